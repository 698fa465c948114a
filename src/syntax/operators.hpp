// The operator symbols of TLA+: one table of spelling, synonyms, fixity, precedence range and associativity,
// after Lamport, "Specifying Systems" (table 6) and SANY.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "syntax/tree.hpp"

namespace synod::syntax {

/// Index into the table. The operators that the grammar itself mentions come first, under their names.
enum class OperatorId : std::uint8_t {
  conjunction,  ///< /\ .
  disjunction,  ///< \/ .
  membership,   ///< \in
  equality,     ///< =
  minus,        ///< infix -
  negative,     ///< prefix -, named "-."
  box,          ///< [], also between the arms of CASE
  product,      ///< \X, which has any number of operands
  prime,        ///< '
};

struct Operator {
  std::string_view name;  ///< the spelling under which trees keep it
  Fixity fixity;          ///< prefix, infix or postfix
  unsigned low, high;     ///< precedence range, 1 to 17
  bool left_associative;
  std::array<std::string_view, 3> synonyms;  ///< other spellings, empty ones last
};

/// Whether an operator whose range lies wholly above another's binds more tightly; ranges
/// that overlap conflict.
[[nodiscard]] constexpr bool binds_tighter(const Operator& one, const Operator& other) {
  return one.low > other.high;
}

[[nodiscard]] const Operator& get_operator(OperatorId id);

/// Every operator, in the order of OperatorId.
[[nodiscard]] std::span<const Operator> all_operators();

/// By canonical name or any synonym. "-" is the infix operator, "-." the prefix one.
[[nodiscard]] std::optional<OperatorId> find_operator(std::string_view spelling);

/// How many arguments an operator symbol takes: 1, or 2 for an infix one.
[[nodiscard]] constexpr unsigned arity(const Operator& op) { return op.fixity == Fixity::infix ? 2 : 1; }

}  // namespace synod::syntax

// Which operators Synod evaluates itself: those of the language, by symbol, and those of standard modules, by
// module, name and arity.
//
// Binding is by the module's name and not by its file, as in TLC: a user's own Sequences.tla gets native Len
// as well, and whatever else it defines is evaluated from its definition. An operator with other parameters
// is not native.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "semantics/core.hpp"

namespace synod::semantics {

/// Whose text a native meaning replaces.
enum class TextOf : std::uint8_t {
  any_module,  ///< of that name: TLC too has a meaning of its own for it
  our_module,  ///< the built-in one only: TLC evaluates the definition, and a user's may say something else
};

/// An operator of a standard module that has a native meaning.
struct NativeOperator {
  std::string_view module;
  std::string_view name;
  unsigned arity = 0;
  Native native{};
  Level least_level =
      Level::constant;  ///< its value may change with the state though its arguments do not (TLCGet)
  std::string_view operators = {};  ///< for each parameter its arity, a digit; empty: all are values
  TextOf text = TextOf::any_module;
};

/// All of them, grouped by module.
[[nodiscard]] std::span<const NativeOperator> native_operators();

/// The entry of one operator, or null. `built_in`: its definition is in the module that comes with Synod.
[[nodiscard]] const NativeOperator* find_native(std::string_view module, std::string_view name,
                                                std::span<const Symbol* const> parameters, bool built_in);

/// The least level of an operator that has this native meaning; constant for operators of the language.
[[nodiscard]] Level least_level(Native native);

/// Whether it reads or writes files or runs programs: it may give something else each time.
[[nodiscard]] bool reaches_outside(Native native);

/// The module that defines a standard operator of this name, for "did you forget EXTENDS ...?"; empty when
/// none does.
[[nodiscard]] std::string_view standard_module_of(std::string_view name);

/// How an operator of the language (Kind::native) is written: "\\in", "SUBSET", "[]". Standard ones by their
/// name.
[[nodiscard]] std::string_view symbol_of(Native native);

/// An operator of the language as it stands in an expression. `native` is set for those that become a
/// Kind::native node; /\ \/ ' ENABLED UNCHANGED have kinds of their own.
struct LanguageOperator {
  std::string_view symbol;
  unsigned arity = 0;
  Kind kind{};
  Native native{};
};

/// The operator of the language with this symbol or name (TRUE and FALSE are Kind::boolean), or null.
[[nodiscard]] const LanguageOperator* find_language_operator(std::string_view symbol);

}  // namespace synod::semantics

// A sample of expressions with their answers, kept in tests/expressions and confirmed by TLC.
#pragma once

#include <string>
#include <vector>

#include "term.hpp"

namespace synod::differential {

struct SampleEntry {
  std::string expression;  ///< on one line, over prelude()
  std::string answer;      ///< its value as Synod prints it, or "error"
  std::string departure;  ///< the departure in docs/language.md that makes TLC answer otherwise; mostly empty
};

/// The module in which the expressions are evaluated, as E1, E2, ...
[[nodiscard]] Document sample_module(const std::vector<std::string>& expressions);
/// prelude() alone, with the name Prelude: what scripts/confirm-expressions extends.
[[nodiscard]] std::string sample_prelude();

/// Random expressions on which both evaluators agree, chosen so that each operator and construct occurs.
[[nodiscard]] std::vector<SampleEntry> random_sample(std::size_t values, std::size_t errors);

[[nodiscard]] std::vector<SampleEntry> read_sample(const std::string& text);
[[nodiscard]] std::string written_sample(const std::vector<SampleEntry>& entries);

}  // namespace synod::differential

// Runs a document with the reference evaluator and with the compiled engine, and tells where they differ.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "term.hpp"

namespace synod::differential {

/// How the operators named E1, E2, ... of a module differ, evaluated in the initial state; one entry for each
/// that does.
struct ExpressionDifference {
  std::string name;
  std::string kind;  ///< a coarse description, which shrinking keeps
  std::string text;
};
struct ExpressionReport {
  std::string refused;  ///< why the document was refused; empty when it was not
  std::size_t compared = 0;
  std::size_t failed = 0;  ///< of those compared: the reference evaluator fails
  std::size_t known =
      0;  ///< of those compared: known differences, left out below (comparison.cpp says which)
  std::vector<ExpressionDifference> differences;
};
[[nodiscard]] ExpressionReport compare_expressions(const Document& document);

/// What each of the operators E1, E2, ... of a module is in the initial state, in order: a value as text, or
/// "error".
struct ExpressionAnswer {
  std::string reference;
  std::string compiled;
};
struct ExpressionAnswers {
  std::string refused;  ///< why the document was refused; empty when it was not
  std::vector<ExpressionAnswer> answers;
};
[[nodiscard]] ExpressionAnswers expression_answers(const Document& document);

struct ExplorationReport {
  std::string refused;
  bool too_large = false;  ///< given up: nothing was compared
  std::string outcome;     ///< of the reference explorer, for statistics
  std::uint64_t distinct = 0;
  std::string kind;        ///< of the difference, coarsely: shrinking keeps it
  std::string difference;  ///< empty: they agree
};
/// Explores the model with the reference explorer and with 1, 2 and 8 workers.
[[nodiscard]] ExplorationReport compare_explorations(const Document& document);

/// Of a specification that its SYMMETRY fixes: the number of orbits that the engine finds with 1, 2 and 8
/// workers, against that of all states, found and put into orbits one by one.
struct OrbitReport {
  std::string refused;
  bool too_large = false;  ///< given up: nothing was compared
  std::size_t states = 0, orbits = 0, permutations = 0;
  std::string difference;  ///< empty: they agree
};
[[nodiscard]] OrbitReport compare_orbits(const Document& document);

}  // namespace synod::differential

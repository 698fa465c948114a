#include "comparison.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/stack.hpp"
#include "explore/search.hpp"
#include "model/model.hpp"
#include "program/program.hpp"
#include "reference/explorer.hpp"
#include "reference/set.hpp"
#include "reference/symmetry.hpp"
#include "semantics/resolve.hpp"
#include "trace/constant_formulas.hpp"
#include "trace/convert.hpp"
#include "trace/symmetry.hpp"

namespace synod::differential {
namespace {

namespace fs = std::filesystem;

/// The folder of the module at hand. It stays behind when the program crashes.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / fmt::format("synod-differential-{}", getpid())) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct Loaded {
  std::optional<model::Model> model;
  std::string refused;
};

Loaded load(const Document& document) {
  static const Folder folder;
  const fs::path file = folder.path() / "M.tla";
  std::ofstream(file) << module_text(document);
  std::ofstream(folder.path() / "M.cfg") << configuration_text(document);

  syntax::SourceMap sources;
  syntax::Diagnostics diagnostics;
  Loaded loaded;
  std::optional<semantics::Spec> spec = semantics::resolve(file, {}, sources, diagnostics);
  if (spec) {
    const SourceId source = sources.add("M.cfg", configuration_text(document));
    const model::Config config = model::parse_config(source, sources, diagnostics);
    if (!diagnostics.has_errors()) loaded.model = model::bind(std::move(*spec), config, diagnostics);
  }
  if (loaded.model) {
    for (const std::string& name : loaded.model->model_values)
      static_cast<void>(values::atoms().model_value(name));
    trace::settle_constant_formulas(*loaded.model, diagnostics);
    trace::settle_symmetry(*loaded.model, diagnostics);
  }
  if (!diagnostics.has_errors()) return loaded;
  loaded.model.reset();
  for (const syntax::Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.severity == syntax::Severity::error) {
      loaded.refused += syntax::render(diagnostic, sources, false);
    }
  }
  return loaded;
}

// Expressions.

/// A value as text, or how its evaluation failed.
struct Evaluated {
  bool failed = false;
  EvaluationFault fault{};
  std::string text;
};

template <class Evaluate>
Evaluated evaluated(const Evaluate& evaluate) {
  try {
    return {false, {}, evaluate()};
  } catch (const EvaluationError& error) {
    return {true, error.fault(), error.message()};
  } catch (const std::exception& error) {
    return {false, {}, std::string("internal error: ") + error.what()};
  }
}

/// Faults that say the same in other words: a value is not what an operator needs.
int family(EvaluationFault fault) {
  switch (fault) {
    case EvaluationFault::not_boolean:
    case EvaluationFault::not_integer:
    case EvaluationFault::not_a_set:
    case EvaluationFault::not_a_function:
    case EvaluationFault::not_a_sequence:
    case EvaluationFault::not_a_record:
    case EvaluationFault::no_field:
    case EvaluationFault::outside_domain:
    case EvaluationFault::incomparable:
    case EvaluationFault::argument:
    case EvaluationFault::unforeseen:
    case EvaluationFault::duplicate_domain:
    case EvaluationFault::infinite_set:
    case EvaluationFault::infinite_part:
    case EvaluationFault::too_large:
      return -1;
    default:
      return static_cast<int>(fault);
  }
}

std::string describe(const Evaluated& evaluated) {
  return evaluated.failed ? fmt::format("error {}: {}", static_cast<int>(evaluated.fault), evaluated.text)
                          : evaluated.text;
}

bool same(const Evaluated& a, const Evaluated& b) {
  if (a.failed != b.failed) return false;
  return a.failed ? family(a.fault) == family(b.fault) : a.text == b.text;
}

/// Elements that cannot be compared with each other, as in {1, "a"}: the engine fails when it makes the set;
/// the reference evaluator keeps them as they were written, as TLC does, and fails only when their order is
/// needed.
bool is_known(const Evaluated& expected, const Evaluated& compiled) {
  return !expected.failed && compiled.failed && compiled.fault == EvaluationFault::incomparable;
}

class ExpressionComparison {
 public:
  explicit ExpressionComparison(const model::Model& model)
      : model_(model), evaluator_(model), program_(model, interner_, settings()), worker_(program_) {
    const std::vector<reference::Step> initial = reference::Behaviours(evaluator_).initial_states();
    state_ = initial.at(0).state;
    for (const reference::Value& value : state_)
      words_.push_back(interner_.intern(trace::from_reference(arena_, value)));
    moment_ = reference::make_moment(std::make_shared<const reference::State>(state_), nullptr);
  }

  /// Compares one expression; adds what differs to the report.
  void compare(const std::string& name, const semantics::Expr& expression, ExpressionReport& report) {
    const Evaluated expected = evaluated([&] { return reference_text(expression); });
    const Evaluated compiled = evaluated([&] { return engine_text(expression); });
    worker_.release();
    ++report.compared;
    report.failed += expected.failed ? 1 : 0;
    if (same(expected, compiled)) return;
    if (is_known(expected, compiled)) {
      ++report.known;
      return;
    }
    report.differences.push_back(
        {name, fmt::format("{} {}", expected.failed, compiled.failed),
         fmt::format("reference: {}\nengine:    {}", describe(expected), describe(compiled))});
  }

  [[nodiscard]] ExpressionAnswer answer(const semantics::Expr& expression) {
    const auto text = [](const Evaluated& of) { return of.failed ? "error" : of.text; };
    ExpressionAnswer answer{text(evaluated([&] { return reference_text(expression); })),
                            text(evaluated([&] { return engine_text(expression); }))};
    worker_.release();
    return answer;
  }

  static program::Settings settings() {
    program::Settings settings;
    return settings;
  }

 private:
  std::string reference_text(const semantics::Expr& expression) {
    const reference::EvaluationScope scope(evaluator_);
    return reference::text(reference::normalised(evaluator_.evaluate(expression, {}, moment_)));
  }

  std::string engine_text(const semantics::Expr& expression) {
    const values::Value value = worker_.evaluate(expression, words_);
    const std::string text = reference::text(trace::to_reference(value));
    const std::string own = values::to_string(value);
    return own == text ? text : text + " printed as " + own;
  }

  const model::Model& model_;
  reference::Evaluator evaluator_;
  values::Interner interner_;
  values::Arena arena_;
  program::Program program_;
  program::Worker worker_;
  reference::State state_;
  std::vector<values::Value> words_;
  reference::Moment moment_;
};

/// Calls `visit` with the comparison, the name and the body of each E1, E2, ...; returns why the document was
/// refused, if it was.
template <class Visit>
std::string for_each_expression(const Document& document, const Visit& visit) {
  const Loaded loaded = load(document);
  if (!loaded.model) return loaded.refused;
  try {
    ExpressionComparison comparison(*loaded.model);
    for (const auto& [name, op] : loaded.model->spec.root_operators) {
      if (name.size() < 2 || name[0] != 'E' || name.find_first_not_of("0123456789", 1) != std::string::npos)
        continue;
      visit(comparison, name, *op->body);
    }
  } catch (const EvaluationError& error) {
    return std::string("Init: ") + error.what();
  }
  return "";
}

ExpressionReport compare_expressions_here(const Document& document) {
  ExpressionReport report;
  report.refused = for_each_expression(
      document, [&](ExpressionComparison& comparison, const std::string& name, const semantics::Expr& body) {
        comparison.compare(name, body, report);
      });
  return report;
}

ExpressionAnswers expression_answers_here(const Document& document) {
  ExpressionAnswers answers;
  answers.refused = for_each_expression(
      document, [&](ExpressionComparison& comparison, const std::string& name, const semantics::Expr& body) {
        const std::size_t number = std::stoul(name.substr(1));
        answers.answers.resize(std::max(number, answers.answers.size()));
        answers.answers[number - 1] = comparison.answer(body);
      });
  return answers;
}

// Explorations.

constexpr std::uint64_t most_states = 600;

/// What a search says, in a form that can be compared and printed.
struct Summary {
  std::string outcome, violated;
  bool failed = false;
  EvaluationFault fault{};
  std::string message;
  bool figures = true;  ///< whether the next four count
  std::uint64_t generated = 0, distinct = 0, depth = 0, queue = 0;
  std::vector<std::string> trace;
};

std::string describe(const Summary& summary) {
  std::string text = summary.outcome + (summary.violated.empty() ? "" : " " + summary.violated);
  if (summary.failed)
    text += fmt::format(" (error {}: {})", static_cast<int>(summary.fault), summary.message);
  if (summary.figures) {
    text += fmt::format(", {} generated, {} distinct, depth {}, {} on queue", summary.generated,
                        summary.distinct, summary.depth, summary.queue);
  }
  for (const std::string& state : summary.trace) text += "\n    " + state;
  return text;
}

bool same(const Summary& a, const Summary& b) {
  if (a.outcome != b.outcome || a.violated != b.violated || a.failed != b.failed || a.trace != b.trace)
    return false;
  if (a.failed && family(a.fault) != family(b.fault)) return false;
  if (!a.figures || !b.figures) return true;
  return a.generated == b.generated && a.distinct == b.distinct && a.depth == b.depth && a.queue == b.queue;
}

std::string state_text(const model::Model& model, const reference::State& state) {
  std::string text;
  for (std::size_t i = 0; i < state.size(); ++i) {
    text += (i > 0 ? ", " : "") + model.spec.variables[i]->name + " = " +
            (state[i].defined() ? reference::text(state[i]) : "?");
  }
  return text;
}

std::string outcome_text(reference::Outcome outcome) {
  switch (outcome) {
    case reference::Outcome::success:
      return "success";
    case reference::Outcome::assumption:
    case reference::Outcome::postcondition:
      return "assumption";
    case reference::Outcome::invariant:
      return "invariant";
    case reference::Outcome::implied_init:
      return "implied init";
    case reference::Outcome::action_property:
      return "action property";
    case reference::Outcome::deadlock:
      return "deadlock";
    case reference::Outcome::error:
      return "error";
    case reference::Outcome::limit:
      return "limit";
  }
  return "";
}

std::string outcome_text(explore::Outcome outcome) {
  switch (outcome) {
    case explore::Outcome::success:
      return "success";
    case explore::Outcome::assumption:
      return "assumption";
    case explore::Outcome::deadlock:
      return "deadlock";
    case explore::Outcome::invariant:
      return "invariant";
    case explore::Outcome::implied_init:
      return "implied init";
    case explore::Outcome::action_property:
      return "action property";
    case explore::Outcome::liveness:
      return "liveness";
    case explore::Outcome::possibility:
      return "possibility";
    case explore::Outcome::assertion:
    case explore::Outcome::error:
      return "error";
    case explore::Outcome::limit:
      return "limit";
    case explore::Outcome::interrupted:
      return "interrupted";
  }
  return "";
}

Summary reference_summary(const model::Model& model) {
  reference::Evaluator evaluator(model);
  reference::ExploreLimits limits;
  limits.max_states = most_states;
  const reference::Exploration found = reference::explore(evaluator, limits);
  Summary summary;
  summary.outcome = outcome_text(found.outcome);
  summary.violated = found.violated;
  if (found.error) {
    summary.failed = true;
    summary.fault = found.error->fault();
    summary.message = found.error->message();
  }
  summary.generated = found.generated;
  summary.distinct = found.distinct;
  summary.depth = static_cast<std::uint64_t>(found.depth);
  summary.queue = found.left_on_queue;
  for (const reference::Step& step : found.trace) {
    // A state in which a variable has no value ends the reference explorer's trace; the engine shows it
    // aside.
    if (reference::missing_variables(model, step.state).empty())
      summary.trace.push_back(state_text(model, step.state));
  }
  // TLC tells no figures of an initial state that lacks a value.
  if (summary.failed && summary.fault == EvaluationFault::unassigned_variable)
    summary.figures = !summary.trace.empty();
  return summary;
}

Summary engine_summary(const model::Model& model, unsigned workers) {
  Summary summary;
  try {
    values::Interner interner;
    const program::Program program(model, interner, ExpressionComparison::settings());
    explore::Options options;
    options.workers = workers;
    options.tuning.initial_capacity = 4;
    options.tuning.share_every_level = true;
    StopFlag stop;
    const explore::Result found = explore::search(program, interner, options, stop, {});
    summary.outcome = outcome_text(found.outcome);
    summary.violated = found.violated;
    if (found.error) {
      summary.failed = true;
      summary.fault = found.error->fault();
      summary.message = found.error->message();
    }
    summary.figures = found.statistics_known;
    summary.generated = found.generated;
    summary.distinct = found.distinct;
    summary.depth = found.depth;
    summary.queue = found.queue;
    for (const explore::TraceStep& step : found.trace) {
      summary.trace.push_back(state_text(model, trace::to_reference(step.state)));
    }
  } catch (const std::exception& error) {
    summary.outcome = std::string("internal error: ") + error.what();
  }
  return summary;
}

ExplorationReport compare_explorations_here(const Document& document) {
  ExplorationReport report;
  const Loaded loaded = load(document);
  report.refused = loaded.refused;
  if (!loaded.model) return report;
  const Summary expected = reference_summary(*loaded.model);
  report.outcome = expected.outcome;
  report.distinct = expected.distinct;
  report.too_large = expected.outcome == "limit";
  if (report.too_large) return report;
  for (const unsigned workers : {1U, 2U, 8U}) {
    const Summary found = engine_summary(*loaded.model, workers);
    if (same(expected, found)) continue;
    report.kind =
        fmt::format("{}, {}, {}", expected.outcome, found.outcome, expected.generated == found.generated);
    report.difference = fmt::format("reference: {}\nengine with {} workers: {}", describe(expected), workers,
                                    describe(found));
    break;
  }
  return report;
}

/// All states of a specification without constraints, or some when there are too many.
std::set<reference::State, reference::TotalOrder> all_states(const model::Model& model) {
  reference::Evaluator evaluator(model);
  reference::Behaviours behaviours(evaluator);
  std::set<reference::State, reference::TotalOrder> seen;
  std::vector<reference::State> queue;
  const auto add = [&](const std::vector<reference::Step>& steps) {
    for (const reference::Step& step : steps) {
      if (seen.insert(step.state).second) queue.push_back(step.state);
    }
  };
  add(behaviours.initial_states());
  for (std::size_t i = 0; i < queue.size() && queue.size() <= most_states; ++i)
    add(behaviours.successors(reference::State(queue[i])));
  return seen;
}

OrbitReport compare_orbits_here(const Document& document) {
  OrbitReport report;
  const Loaded loaded = load(document);
  report.refused = loaded.refused;
  if (!loaded.model) return report;
  const auto states = all_states(*loaded.model);
  report.too_large = states.size() > most_states;
  if (report.too_large) return report;
  const reference::Symmetry symmetry(*loaded.model);
  std::set<reference::State, reference::TotalOrder> orbits;
  for (const reference::State& state : states) orbits.insert(symmetry.least_image(state));
  report.states = states.size();
  report.orbits = orbits.size();
  report.permutations = symmetry.group().size();
  for (const unsigned workers : {1U, 2U, 8U}) {
    const Summary found = engine_summary(*loaded.model, workers);
    if (found.outcome == "success" && found.distinct == report.orbits) continue;
    report.difference += fmt::format("{} orbits of {} states; {} workers found: {}\n", report.orbits,
                                     report.states, workers, describe(found));
  }
  return report;
}

/// Both evaluators recurse as deep as expressions do.
template <class Report>
Report on_deep_stack(Report (*compare)(const Document&), const Document& document) {
  Report report;
  run_on_deep_stack([&] { report = compare(document); });
  return report;
}

}  // namespace

ExpressionReport compare_expressions(const Document& document) {
  return on_deep_stack(compare_expressions_here, document);
}

OrbitReport compare_orbits(const Document& document) { return on_deep_stack(compare_orbits_here, document); }

ExpressionAnswers expression_answers(const Document& document) {
  return on_deep_stack(expression_answers_here, document);
}

ExplorationReport compare_explorations(const Document& document) {
  return on_deep_stack(compare_explorations_here, document);
}

}  // namespace synod::differential

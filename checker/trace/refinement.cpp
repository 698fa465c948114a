#include "trace/refinement.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace synod::trace {
namespace {

using explore::Result;

/// The instance whose specification the violated part belongs to; empty when there is none.
std::string violated_instance(const Result& result, const model::Model& model) {
  switch (result.outcome) {
    case explore::Outcome::implied_init:
      return model.implied_inits.at(result.violated_index).instance;
    case explore::Outcome::action_property:
      return model.action_properties.at(result.violated_index).instance;
    default:
      return "";
  }
}

Alias mapped(program::Worker& worker, values::Interner& interner,
             const std::vector<std::pair<std::string, const semantics::Expr*>>& mapping,
             const std::vector<values::Value>& state) {
  Alias variables;
  for (const auto& [name, expression] : mapping) {
    try {
      variables.emplace_back(name, interner.intern(worker.evaluate(*expression, state)));
    } catch (const EvaluationError&) {
      // It has no value there.
    }
  }
  return variables;
}

void map_last_states(Verdict& verdict, const program::Program& program, values::Interner& interner) {
  const Result& result = verdict.result;
  const auto mapping = program.model().spec.mappings.find(violated_instance(result, program.model()));
  if (mapping == program.model().spec.mappings.end()) return;
  verdict.instance = mapping->first;
  program::Worker worker(program);
  const std::size_t count = result.trace.size();
  for (std::size_t i = count < 2 ? 0 : count - 2; i < count; ++i)
    verdict.abstract_states.push_back({i, mapped(worker, interner, mapping->second, result.trace[i].state)});
}

/// What a property consists of.
struct Parts {
  bool initial = false, steps = false, liveness = false;
  [[nodiscard]] int kinds() const { return (initial ? 1 : 0) + (steps ? 1 : 0) + (liveness ? 1 : 0); }
};

Parts parts_of(const model::Model& model, const std::string& property) {
  const auto named = [&](const auto& list) {
    return std::any_of(list.begin(), list.end(), [&](const auto& part) { return part.name == property; });
  };
  return {named(model.implied_inits), named(model.action_properties) || named(model.invariants),
          named(model.liveness)};
}

std::string told(const std::string& property, const Parts& parts, const Result& result) {
  using explore::Outcome;
  const bool violated = result.violated == property;
  const bool ended_well = result.outcome == Outcome::success || result.outcome == Outcome::liveness;
  // The specification can end a search.
  const bool complete = ended_well && result.queue == 0 && !result.simulated;
  std::string text = fmt::format("Property {}:", property);
  const auto add = [&](const char* part, const char* verdict) {
    text += fmt::format("{} {} {}", text.back() == ':' ? "" : ",", part, verdict);
  };
  if (parts.initial) {
    const bool judged = complete || !(result.at_initial_state || result.simulated);
    add("its initial condition", violated && result.outcome == Outcome::implied_init ? "is violated"
                                 : judged                                            ? "holds"
                                                                                     : "was not judged");
  }
  if (parts.steps) {
    const bool failed =
        violated && (result.outcome == Outcome::action_property || result.outcome == Outcome::invariant);
    add("its steps", failed ? "are violated" : complete ? "hold" : "were not all judged");
  }
  if (parts.liveness) {
    const char* verdict = violated && result.outcome == Outcome::liveness ? "is violated"
                          : result.outcome == Outcome::success && result.liveness_judged
                              ? "holds"
                              : "was not judged to the end";
    add("its liveness", verdict);
  }
  return text + ".";
}

void tell_parts(Verdict& verdict, const model::Model& model) {
  std::set<std::string> seen;
  const auto tell = [&](const auto& list) {
    for (const auto& part : list) {
      if (!seen.insert(part.name).second) continue;
      const Parts parts = parts_of(model, part.name);
      if (parts.kinds() > 1) verdict.parts.push_back(told(part.name, parts, verdict.result));
    }
  };
  tell(model.implied_inits);
  tell(model.action_properties);
  tell(model.liveness);
}

}  // namespace

void describe_refinement(Verdict& verdict, const program::Program& program, values::Interner& interner) {
  if (verdict.outcome != Outcome::success && verdict.outcome != Outcome::safety &&
      verdict.outcome != Outcome::liveness)
    return;
  map_last_states(verdict, program, interner);
  if (verdict.result.violations_continued.empty()) tell_parts(verdict, program.model());
}

}  // namespace synod::trace

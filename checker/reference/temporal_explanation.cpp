// Why a formula does not hold of a lasso, and how its fairness is met, in words.
#include <algorithm>

#include <fmt/format.h>

#include "reference/temporal.hpp"

namespace synod::reference {
namespace {

using semantics::Expr;
using semantics::Kind;
using semantics::Level;
using semantics::Native;

/// Longer texts of formulas are cut.
constexpr std::size_t longest_text = 100;

std::string shortened(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.size() <= longest_text) return text;
  std::size_t end = longest_text;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not within a character
  return text.substr(0, end) + "...";
}

std::string with(std::string formula, const std::string& chosen) {
  return chosen.empty() ? std::move(formula) : std::move(formula) + " with " + chosen;
}

bool is_native(const Expr& e, Native native) { return e.kind == Kind::native && e.native == native; }

}  // namespace

std::vector<std::string> LassoJudge::why_false(const Expr& formula) {
  lines_.clear();
  explain_false(formula, {}, 0);
  return std::move(lines_);
}

std::vector<std::string> LassoJudge::how_fair(const Expr& formula) {
  std::vector<Fairness> met;
  collect_fairness(formula, {}, met);
  std::vector<std::string> lines;
  for (std::size_t i = 0;
       i < met.size();) {  // conditions of one formula that are met in one way are one line
    const Fairness& first = met[i];
    std::string chosen;
    for (; i < met.size() && met[i].formula == first.formula && met[i].how == first.how; ++i) {
      if (!chosen.empty()) chosen += "; ";
      chosen += met[i].chosen;
    }
    lines.push_back(with(first.formula, chosen) + first.how);
  }
  return lines;
}

/// A parameter is shown as what it stands for.
std::string LassoJudge::formula_text(const Expr& e, const Environment& env) {
  const Expr* meant = &e;
  Environment where = env;
  for (;;) {
    const Binding* binding =
        meant->kind == Kind::symbol && meant->operands.empty() ? where.find(meant->symbol) : nullptr;
    if (binding == nullptr || !binding->thunk) break;
    const std::shared_ptr<const Thunk> thunk = binding->thunk;  // where is about to be another
    meant = thunk->expr;
    where = thunk->environment;
  }
  return shortened(semantics::print(*meant));
}

std::string LassoJudge::text(const Expr& e, const Place& place) {
  return with(formula_text(e, place.env), place.chosen);
}

std::string LassoJudge::whole_loop(const std::string& of_many) const {
  const std::size_t first = loop_start_ + 1, last = moments_.size();
  return first == last ? fmt::format("state {}", first) : fmt::format("{} {} to {}", of_many, first, last);
}

void LassoJudge::explain_false(const Expr& e, const Place& place, std::size_t at) {
  if (!is_temporal(e, place.env)) {
    say(e.level == Level::action ? fmt::format("{} is FALSE of the step from state {} to state {}.",
                                               text(e, place), at + 1, next(at) + 1)
                                 : fmt::format("{} is FALSE in state {}.", text(e, place), at + 1));
    return;
  }
  switch (e.kind) {
    case Kind::conjunction:
      for (const Expr* part : e.operands) {
        if (!holds(*part, place.env, at)) return explain_false(*part, place, at);
      }
      return;
    case Kind::disjunction:
      for (const Expr* part : e.operands) explain_false(*part, place, at);
      return;
    case Kind::exists:
      return for_instances(e, place, [&](const Place& each) { explain_false(*e.operands[0], each, at); });
    case Kind::conditional: {
      const bool condition = holds(*e.operands[0], place.env, at);
      say(fmt::format("{} {} in state {}.", text(*e.operands[0], place), condition ? "holds" : "is FALSE",
                      at + 1));
      return explain_false(*e.operands[condition ? 1 : 2], place, at);
    }
    case Kind::forall: {
      bool explained = false;
      for_instances(e, place, [&](const Place& instance) {
        if (explained || holds(*e.operands[0], instance.env, at)) return;
        explained = true;
        explain_false(*e.operands[0], instance, at);
      });
      return;
    }
    case Kind::weak_fairness:
    case Kind::strong_fairness:
      return explain_unfair(e, place);
    case Kind::native:
      return explain_native_false(e, place, at);
    default: {
      const auto [meant, env] = opened(e, place.env);
      if (meant != &e) return explain_false(*meant, {env, place.chosen}, at);
      return say(fmt::format("{} does not hold from state {} on.", text(e, place), at + 1));
    }
  }
}

void LassoJudge::explain_native_false(const Expr& e, const Place& place, std::size_t at) {
  const auto first_where = [&](const auto& test) {
    const Positions positions = from(at);
    return *std::find_if(positions.begin(), positions.end(), test);
  };
  switch (e.native) {
    case Native::always: {
      const std::size_t where =
          first_where([&](std::size_t i) { return !holds(*e.operands[0], place.env, i); });
      return explain_false(*e.operands[0], place, where);
    }
    case Native::eventually:
      return explain_never(*e.operands[0], place, at);
    case Native::leads_to: {
      const std::size_t where = first_where([&](std::size_t i) {
        return holds(*e.operands[0], place.env, i) && !eventually(*e.operands[1], place.env, i);
      });
      say(fmt::format("{} holds in state {}.", text(*e.operands[0], place), where + 1));
      return explain_never(*e.operands[1], place, where);
    }
    case Native::implies:
      say(fmt::format("{} holds in state {}.", text(*e.operands[0], place), at + 1));
      return explain_false(*e.operands[1], place, at);
    default:
      return say(fmt::format("{} does not hold from state {} on.", text(e, place), at + 1));
  }
}

/// <>F is FALSE.
void LassoJudge::explain_never(const Expr& e, const Place& place, std::size_t at) {
  const Expr* meant = &e;
  Place where = place;
  while (is_temporal(*meant, where.env)) {
    const auto [inner, env] = opened(*meant, where.env);
    if (inner == meant) break;
    meant = inner;
    where.env = env;
  }
  if (is_native(*meant, Native::always)) {  // <>[]G: G is FALSE again and again
    const Positions positions = loop();
    const Expr& inside = *meant->operands[0];
    const auto broken = std::find_if(positions.begin(), positions.end(),
                                     [&](std::size_t i) { return !holds(inside, where.env, i); });
    say(fmt::format("{} would have to hold for ever, but again and again:", text(inside, where)));
    return explain_false(inside, where, *broken);
  }
  say(e.level == Level::action
          ? fmt::format("{} is TRUE of no step from state {} on.", text(e, place), at + 1)
          : fmt::format("{} is FALSE in every state from state {} on.", text(e, place), at + 1));
}

void LassoJudge::explain_unfair(const Expr& e, const Place& place) {
  const Positions positions = loop();
  const auto where = std::find_if(positions.begin(), positions.end(),
                                  [&](std::size_t i) { return enabled(e, place.env, i); });
  const std::string enabled_where = e.kind == Kind::weak_fairness
                                        ? fmt::format("in every state of the loop ({})", whole_loop("states"))
                                        : fmt::format("in state {}, again and again", *where + 1);
  say(fmt::format("{}: its action is enabled {}, but no step of the loop takes it.", text(e, place),
                  enabled_where));
}

/// A fairness condition that holds.
std::string LassoJudge::how_met(const Expr& e, const Place& place) {
  const Positions positions = loop();
  const auto find = [&](const auto& test) { return std::find_if(positions.begin(), positions.end(), test); };
  const auto taken_at = find([&](std::size_t i) { return taken(e, place.env, i); });
  if (taken_at != positions.end())
    return fmt::format(": taken by the step from state {} to state {}.", *taken_at + 1, next(*taken_at) + 1);
  if (e.kind == Kind::strong_fairness)
    return fmt::format(": not enabled in the loop ({}).", whole_loop("states"));
  const auto disabled_at = find([&](std::size_t i) { return !enabled(e, place.env, i); });
  return fmt::format(": not enabled in state {}.", *disabled_at + 1);
}

void LassoJudge::collect_fairness(const Expr& e, const Place& place, std::vector<Fairness>& met) {
  switch (e.kind) {
    case Kind::weak_fairness:
    case Kind::strong_fairness:
      met.push_back({formula_text(e, place.env), place.chosen, how_met(e, place)});
      return;
    case Kind::conjunction:
      for (const Expr* part : e.operands) collect_fairness(*part, place, met);
      return;
    case Kind::conditional:
      return collect_fairness(*e.operands[holds(*e.operands[0], place.env, 0) ? 1 : 2], place, met);
    case Kind::forall:
      return for_instances(e, place, [&](const Place& each) { collect_fairness(*e.operands[0], each, met); });
    case Kind::exists: {
      bool explained = false;
      return for_instances(e, place, [&](const Place& each) {
        if (explained || !holds(*e.operands[0], each.env, 0)) return;
        explained = true;
        collect_fairness(*e.operands[0], each, met);
      });
    }
    default: {
      if (is_temporal(e, place.env)) {
        const auto [meant, env] = opened(e, place.env);
        if (meant != &e) return collect_fairness(*meant, {env, place.chosen}, met);
      }
      met.push_back({formula_text(e, place.env), place.chosen, " holds."});
    }
  }
}

}  // namespace synod::reference

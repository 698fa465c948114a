#include "program/action.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

#include "program/code.hpp"
#include "program/reference_nodes.hpp"

namespace synod::program {

namespace {

std::string indented(unsigned indent, const std::string& text) {
  return std::string(indent * 2, ' ') + text + "\n";
}

/// Gives the target a value for the time of the rest.
bool assign(std::uint32_t variable, Value v, const Pending* rest, Search& s) {
  s.target[variable] = v;
  --s.unassigned;
  if (s.assignments != nullptr) s.assignments[variable] = {.number = ++s.context->assignments};
  const bool go_on = proceed(rest, s);
  if (s.assignments != nullptr) {
    s.context->lazy_fills -= s.assignments[variable].fills;  // what was kept for it is not read again
    s.assignments[variable] = {};
  }
  s.target[variable] = Value();
  ++s.unassigned;
  return go_on;
}

Value explicit_of(const Node& node, Frame& f, Value v) {
  return values::is_explicit(v) ? v : node.placed([&] { return values::expand(f.context->arena, v); });
}

/// Numbers below `count` in random order.
std::vector<std::size_t> random_order(std::size_t count, const Search& s) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = count; i > 1; --i)
    std::swap(order[i - 1], order[static_cast<std::size_t>((*s.choice)(i))]);
  return order;
}

/// What the slots of \A's body held, for the instance that is at hand while others are tried.
class SavedSlots {
 public:
  SavedSlots(const ForallAction& forall, Frame& f)
      : place_(f.slots + forall.first_slot()), saved_(place_, place_ + forall.slots()) {}
  ~SavedSlots() { std::copy(saved_.begin(), saved_.end(), place_); }
  SavedSlots(const SavedSlots&) = delete;
  SavedSlots& operator=(const SavedSlots&) = delete;

 private:
  Value* place_;
  std::vector<Value> saved_;
};

/// What a binder's variables can be, one after the other, each with a value per bound.
struct Instances {
  std::vector<Value> values = {};
  std::size_t width = 0;
  [[nodiscard]] std::size_t size() const { return values.size() / width; }
  [[nodiscard]] const Value* operator[](std::size_t i) const { return values.data() + i * width; }
};

Instances instances_of(const Node& place, const std::vector<BoundPlan>& bounds, Frame& f) {
  Instances all{.width = bounds.size()};
  enumerate(place, bounds, f, [&] {
    for (const BoundPlan& b : bounds) {
      if (b.tuple) {
        all.values.push_back(values::make_tuple(f.context->arena, {f.slots + b.first_slot, b.names}));
      } else {
        all.values.push_back(f.slots[b.first_slot]);
      }
    }
    return true;
  });
  return all;
}

/// The instances of \A from `next` on, as one pending conjunct.
class ForallRest final : public ActionNode {
 public:
  class Plain final : public PredicateNode {
   public:
    Plain(const ForallAction& forall, const Instances& all, std::size_t next)
        : forall_(forall), all_(all), next_(next) {}
    bool test(Frame& f) const override {
      const SavedSlots saved(forall_, f);
      for (std::size_t i = next_; i < all_.size(); ++i) {
        ForallRest::bind_instance(forall_, f, all_[i]);
        if (!forall_.body()->plain->test(f)) return false;
      }
      return true;
    }
    std::string show() const override { return "instances"; }

   private:
    const ForallAction& forall_;
    const Instances& all_;
    std::size_t next_;
  };

  ForallRest(const ForallAction& forall, const Instances& all, std::size_t next)
      : forall_(forall), all_(all), next_(next), test_(forall, all, next) {
    plain = &test_;
  }

  static void bind_instance(const ForallAction& forall, Frame& f, const Value* instance) {
    for (std::size_t b = 0; b < forall.bounds().size(); ++b)
      bind(forall.place(), forall.bounds()[b], f, instance[b]);
  }

  bool run(Frame& f, const Pending* rest, Search& s) const override {
    const SavedSlots saved(forall_, f);
    bind_instance(forall_, f, all_[next_]);
    if (next_ + 1 == all_.size()) return forall_.body()->run(f, rest, s);
    const ForallRest others(forall_, all_, next_ + 1);
    const Pending pending{&others, &f, rest};
    return forall_.body()->run(f, &pending, s);
  }
  std::string show(unsigned) const override { return {}; }

 private:
  const ForallAction& forall_;
  const Instances& all_;
  std::size_t next_;
  Plain test_;
};

}  // namespace

bool proceed(const Pending* rest, Search& s) {
  if (rest == nullptr) return s.emit(s);
  if (s.unassigned > 0) return rest->node->run(*rest->frame, rest->next, s);
  for (; rest != nullptr; rest = rest->next) {
    if (!rest->node->plain->test(*rest->frame)) return true;
  }
  return s.emit(s);
}

std::string GuardAction::show(unsigned indent) const { return indented(indent, "guard " + plain->show()); }

bool ConjunctionAction::run(Frame& f, const Pending* rest, Search& s) const {
  constexpr std::size_t usual = 16;
  Pending few[usual];
  std::vector<Pending> many;
  Pending* pending = few;
  if (items_.size() > usual) {
    many.resize(items_.size());
    pending = many.data();
  }
  for (std::size_t i = items_.size(); i-- > 1;) {
    pending[i] = {items_[i], &f, rest};
    rest = &pending[i];
  }
  return items_[0]->run(f, rest, s);
}

std::string ConjunctionAction::show(unsigned indent) const {
  std::string out;
  for (const ActionPtr item : items_) out += item->show(indent);
  return out;
}

bool DisjunctionAction::run(Frame& f, const Pending* rest, Search& s) const {
  const auto run_item = [&](ActionPtr item) {
    Scratch scratch(*f.context);
    if (!item->run(f, rest, s)) return false;
    scratch.drop();
    return true;
  };
  if (s.choice == nullptr) return std::ranges::all_of(items_, run_item);
  return std::ranges::all_of(random_order(items_.size(), s),
                             [&](std::size_t i) { return run_item(items_[i]); });
}

std::string DisjunctionAction::show(unsigned indent) const {
  std::string out;
  for (const ActionPtr item : items_) out += indented(indent, "either") + item->show(indent + 1);
  return out;
}

bool ExistsAction::run_in_random_order(Frame& f, const Pending* rest, Search& s) const {
  const Instances all = instances_of(place_, bounds_, f);
  return std::ranges::all_of(random_order(all.size(), s), [&](std::size_t i) {
    Scratch scratch(*f.context);
    for (std::size_t b = 0; b < bounds_.size(); ++b) bind(place_, bounds_[b], f, all[i][b]);
    if (!body_->run(f, rest, s)) return false;
    scratch.drop();
    return true;
  });
}

bool ExistsAction::run(Frame& f, const Pending* rest, Search& s) const {
  if (s.choice != nullptr) return run_in_random_order(f, rest, s);
  bool is_first = !independent_.guards.empty();
  bool is_pruned = false;
  const bool go_on = enumerate(place_, bounds_, f, [&] {
    Scratch scratch(*f.context);
    if (std::exchange(is_first, false) && !guards_hold(f)) {
      is_pruned = true;
      return false;
    }
    if (!body_->run(f, rest, s)) return false;
    scratch.drop();
    return true;
  });
  return go_on || is_pruned;
}

bool ExistsAction::guards_hold(Frame& f) const {
  for (const auto& [first, count] : independent_.scopes) std::fill_n(f.slots + first, count, Value());
  return std::all_of(independent_.guards.begin(), independent_.guards.end(),
                     [&](NodePtr guard) { return guard->test(f); });
}

std::string ExistsAction::show(unsigned indent) const {
  std::string out = indented(indent, "for each " + show_bounds(bounds_));
  for (const NodePtr guard : independent_.guards)
    out += indented(indent + 1, "only at all if " + guard->show());
  return out + body_->show(indent + 1);
}

bool ForallAction::run(Frame& f, const Pending* rest, Search& s) const {
  const Instances all = instances_of(place_, bounds_, f);
  if (all.values.empty()) return proceed(rest, s);
  return ForallRest(*this, all, 0).run(f, rest, s);
}

std::string ForallAction::show(unsigned indent) const {
  return indented(indent, "all of " + show_bounds(bounds_)) + body_->show(indent + 1);
}

std::string ConditionalAction::show(unsigned indent) const {
  return indented(indent, "if " + condition_->show()) + yes_->show(indent + 1) + indented(indent, "else") +
         no_->show(indent + 1);
}

bool CaseAction::run(Frame& f, const Pending* rest, Search& s) const {
  for (const Arm& arm : arms_) {
    if (arm.guard->test(f)) return arm.value->run(f, rest, s);
  }
  if (other_ == nullptr)
    place_.fail(EvaluationFault::no_case,
                "A CASE expression has no arm whose condition is true, and no OTHER.");
  return other_->run(f, rest, s);
}

std::string CaseAction::show(unsigned indent) const {
  std::string out;
  for (const Arm& arm : arms_)
    out += indented(indent, "case " + arm.guard->show()) + arm.value->show(indent + 1);
  if (other_ != nullptr) out += indented(indent, "other") + other_->show(indent + 1);
  return out;
}

std::string ImplicationAction::show(unsigned indent) const {
  return indented(indent, "if " + condition_->show()) + conclusion_->show(indent + 1);
}

bool AssignAction::run(Frame& f, const Pending* rest, Search& s) const {
  const Value v = value_->eval(f);
  const Value e = explicit_of(*value_, f, v);
  const Value held = s.target[variable_];
  if (held.is_none()) return assign(variable_, e, rest, s);
  if (held != e && !value_->placed([&] { return values::equal(held, e); })) return true;
  return proceed(rest, s);
}

std::string AssignAction::show(unsigned indent) const {
  return indented(indent, name_ + " := " + show_typed(*value_));
}

bool AssignInAction::run(Frame& f, const Pending* rest, Search& s) const {
  const Value held = s.target[variable_];
  if (!held.is_none()) {
    const Value set = set_->eval(f);
    const bool in = set_->placed([&] {
      return subsets_ ? values::is_subset(f.context->arena, held, set)
                      : values::contains(f.context->arena, set, held);
    });
    return !in || proceed(rest, s);
  }
  Value set = set_->enumerable(f);
  if (subsets_) set = values::make_symbolic(f.context->arena, Kind::powerset, {&set, 1});
  check_enumerable(*set_, set, *set_);
  const auto take = [&](Value v) {
    Scratch scratch(*f.context);
    if (!assign(variable_, explicit_of(*set_, f, v), rest, s)) return false;
    scratch.drop();
    return true;
  };
  if (s.choice == nullptr) return for_each<Temporaries::dropped>(*f.context, set, take);
  std::vector<Value> elements;
  for_each(*f.context, set, [&](Value v) {
    elements.push_back(v);
    return true;
  });
  return std::ranges::all_of(random_order(elements.size(), s),
                             [&](std::size_t i) { return take(elements[i]); });
}

std::string AssignInAction::show(unsigned indent) const {
  return indented(indent, name_ + (subsets_ ? " :subset of " : " :one of ") + set_->show());
}

bool KeepAction::run(Frame& f, const Pending* rest, Search& s) const {
  const Value old = f.current[variable_];
  const Value held = s.target[variable_];
  if (held.is_none()) return assign(variable_, old, rest, s);
  if (held != old && !plain->placed([&] { return values::equal(held, old); })) return true;
  return proceed(rest, s);
}

std::string KeepAction::show(unsigned indent) const { return indented(indent, "keep " + name_); }

bool OuterAction::run(Frame& f, const Pending* rest, Search& s) const {
  return body_->run(outer_frame(f, hops_), rest, s);
}

bool NamedAction::run(Frame& f, const Pending* rest, Search& s) const {
  const ActionCall* const call = s.call;
  Frame* const frame = s.call_frame;
  const std::uint32_t action = s.action;
  s.call = &call_;
  s.call_frame = &f;
  if (action_ >= 0) s.action = static_cast<std::uint32_t>(action_);
  const bool go_on = body_->run(f, rest, s);
  s.call = call;
  s.call_frame = frame;
  s.action = action;
  return go_on;
}

std::string NamedAction::show(unsigned indent) const {
  std::string title = "action " + (call_.name.empty() ? "(unnamed)" : call_.name);
  if (!call_.parameters.empty()) {
    title += '(';
    for (std::size_t i = 0; i < call_.parameters.size(); ++i)
      title += (i > 0 ? ", " : "") + call_.parameters[i];
    title += ')';
  }
  return indented(indent, title) + body_->show(indent + 1);
}

bool EnabledNode::test(Frame& f) const {
  Context& c = *f.context;
  auto* target = static_cast<Value*>(c.arena.raw(variables_ * sizeof(Value) + 1));
  std::uninitialized_fill_n(target, variables_, Value());
  Assignment* assignments = nullptr;
  if (c.code.keeps_of_next) {
    assignments = static_cast<Assignment*>(c.arena.raw(variables_ * sizeof(Assignment)));
    std::uninitialized_fill_n(assignments, variables_, Assignment());
  }
  const NextInSight in_sight(c, target, assignments);
  Search s;
  s.target = target;
  s.assignments = assignments;
  s.unassigned = static_cast<unsigned>(variables_);
  s.context = &c;
  bool found = false;
  s.receiver = &found;
  s.emit = [](Search& search) {
    *static_cast<bool*>(search.receiver) = true;
    return false;
  };
  Frame g = f;
  g.next = target;
  action_->run(g, nullptr, s);
  return found;
}

}  // namespace synod::program

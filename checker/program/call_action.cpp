#include "program/call_action.hpp"

#include "program/call.hpp"

namespace synod::program {
namespace {

/// The conjunct after a called body: from there on an error is no longer the callee's.
class ReturnAction final : public ActionNode {
 public:
  class Plain final : public PredicateNode {
   public:
    explicit Plain(bool& inside) : inside_(inside) {}
    bool test(Frame&) const override {
      inside_ = false;
      return true;
    }
    std::string show() const override { return "return"; }

   private:
    bool& inside_;
  };

  explicit ReturnAction(bool& inside) : inside_(inside), test_(inside) { plain = &test_; }
  bool run(Frame&, const Pending* rest, Search& s) const override {
    inside_ = false;
    --s.calls;
    const bool go_on = proceed(rest, s);
    ++s.calls;
    inside_ = true;  // back in the callee, for its next branch
    return go_on;
  }
  std::string show(unsigned) const override { return {}; }

 private:
  bool& inside_;
  Plain test_;
};

/// How deep calls may nest within one action. Each successor returns through all of them, so that an endless
/// recursion with a successor at every level would take the square of this.
constexpr unsigned deepest_action_calls = 20'000;

/// Runs `run(what follows the call)`; errors of the callee get its name.
template <class Run>
bool run_called(const Node& place, const std::string& name, Frame& f, const Pending* rest, Search& s,
                Run&& run) {
  if (s.calls >= deepest_action_calls) fail_too_deep(place);
  check_stack(place);
  bool inside = true;
  const ReturnAction back(inside);
  ++s.calls;
  try {
    const bool go_on = run(Pending{&back, &f, rest});
    --s.calls;
    return go_on;
  } catch (EvaluationError& e) {
    if (inside && !name.empty()) place.called(e, name);
    throw;
  }
}

/// What a point of a function with several bounds has for bound i.
Value part_of_point(const PointCode& code, Value point, std::size_t i) {
  return code.parameters.size() == 1 ? point : values::range_of(point)[i];
}

}  // namespace

bool CallAction::run(Frame& f, const Pending* rest, Search& s) const {
  Frame* lexical = lexical_hops_ < 0 ? nullptr : &outer_frame(f, static_cast<unsigned>(lexical_hops_));
  return run_called(place_, code_.name, f, rest, s, [&](const Pending& after) {
    return enter(f, *code_.unit, lexical, arguments_,
                 [&](Frame& g) { return code_.body->run(g, &after, s); });
  });
}

std::string CallAction::show(unsigned indent) const {
  std::string out(indent * 2, ' ');
  out += "call " + code_.name + "(";
  for (std::size_t i = 0; i < arguments_.nodes.size(); i += 2) {
    out += i > 0 ? ", " : "";
    out += arguments_.nodes[i] == nullptr ? "an operator" : arguments_.nodes[i]->show();
  }
  return out + ")\n";
}

/// Not at a point outside the domain, where the test fails, and not where the function is built first.
bool ApplicationAction::is_action_at(Frame& lexical, Value point) const {
  const std::vector<BoundPlan>& bounds = code_.parameters;
  if (bounds.size() > 1 && (point.kind() != Kind::tuple || values::size(point) != bounds.size()))
    return false;
  bool is_explicit = true;
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    const Value set = bounds[i].set->eval(lexical);
    const bool in = test_->placed(
        [&] { return values::contains(lexical.context->arena, set, part_of_point(code_, point, i)); });
    if (!in) return false;
    is_explicit = is_explicit && (set.kind() == Kind::set || set.kind() == Kind::interval);
  }
  return !(code_.built_first && is_explicit);
}

bool ApplicationAction::run(Frame& f, const Pending* rest, Search& s) const {
  Frame& lexical = outer_frame(f, lexical_hops_);
  const Value point = component(*f.context, argument_->eval(f));
  if (!is_action_at(lexical, point)) return !test_->test(f) || proceed(rest, s);
  PushedFrame pushed(*f.context, *code_.unit);
  Frame& g = pushed.frame;
  g.current = f.current;
  g.next = f.next;
  g.lexical = &lexical;
  for (std::size_t i = 0; i < code_.parameters.size(); ++i)
    bind(*test_, code_.parameters[i], g, part_of_point(code_, point, i));
  if (code_.self_slot >= 0) g.slots[code_.self_slot] = function_->eval(f);
  return run_called(*test_, code_.name, f, rest, s,
                    [&](const Pending& after) { return code_.body->run(g, &after, s); });
}

std::string ApplicationAction::show(unsigned indent) const {
  return std::string(indent * 2, ' ') + "at " + argument_->show() + " of " + function_->show() + "\n";
}

}  // namespace synod::program

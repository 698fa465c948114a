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
    const bool go_on = proceed(rest, s);
    inside_ = true;  // back in the callee, for its next branch
    return go_on;
  }
  std::string show(unsigned) const override { return {}; }

 private:
  bool& inside_;
  Plain test_;
};

}  // namespace

bool CallAction::run(Frame& f, const Pending* rest, Search& s) const {
  check_stack(place_);
  Frame* lexical = lexical_hops_ < 0 ? nullptr : &outer_frame(f, static_cast<unsigned>(lexical_hops_));
  bool inside = true;
  const ReturnAction back(inside);
  const Pending after{&back, &f, rest};
  try {
    return enter(f, *code_.unit, lexical, arguments_,
                 [&](Frame& g) { return code_.body->run(g, &after, s); });
  } catch (EvaluationError& e) {
    if (inside) place_.called(e, code_.name);
    throw;
  }
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

}  // namespace synod::program

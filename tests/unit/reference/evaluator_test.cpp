// Expressions without states, from hand-built core trees.
#include <gtest/gtest.h>

#include "builder.hpp"

namespace synod::reference::test {
namespace {

TEST(Evaluation, ArithmeticFloorsAndDetectsOverflow) {
  Builder b;
  EXPECT_EQ(b.value(b.op(Native::quotient, {b.n(-7), b.n(2)})), "-4");
  EXPECT_EQ(b.value(b.op(Native::modulo, {b.n(-7), b.n(2)})), "1");
  EXPECT_EQ(b.value(b.op(Native::power, {b.n(2), b.n(62)})), "4611686018427387904");
  EXPECT_EQ(b.error(b.op(Native::power, {b.n(2), b.n(63)})).message(), "Overflow when computing 2^63");
  EXPECT_EQ(b.error(b.plus(b.n(INT64_MAX), b.n(1))).fault(), EvaluationFault::overflow);
  EXPECT_EQ(b.error(b.op(Native::negate, {b.n(INT64_MIN)})).message(),
            "Overflow when computing -(-9223372036854775808)");
  EXPECT_EQ(b.error(b.op(Native::quotient, {b.n(1), b.n(0)})).message(),
            "The second argument of \\div is 0.");
  EXPECT_EQ(b.error(b.plus(b.n(1), b.s("a"))).message(),
            "The second argument of + should be an integer, but instead it is:\n\"a\"");
}

TEST(Evaluation, JunctionsStopAtTheFirstDecision) {
  Builder b;
  const Expr* wrong = b.eq(b.n(1), b.s("a"));
  EXPECT_EQ(b.value(b.conj({b.b(false), wrong})), "FALSE");
  EXPECT_EQ(b.value(b.disj({b.b(true), wrong})), "TRUE");
  EXPECT_EQ(b.value(b.op(Native::implies, {b.b(false), wrong})), "TRUE");
  EXPECT_EQ(b.error(b.conj({b.b(true), wrong})).span(), wrong->span) << "the innermost expression is named";
  EXPECT_EQ(b.error(b.conj({b.n(1)})).fault(), EvaluationFault::not_boolean);
}

TEST(Evaluation, FirstBoundVariesFastest) {
  Builder b;
  const Symbol* x = b.symbol("x");
  const Symbol* y = b.symbol("y");
  std::vector<std::string> printed;
  const Expr* body = b.op(Native::print_t, {b.tuple({b.ref(x), b.ref(y)})});
  const Expr* all =
      b.binder(Kind::forall, {Builder::bound(x, b.range(1, 2)), Builder::bound(y, b.range(3, 4))}, body);
  Evaluator evaluator(b.model, {.print = [&](const std::string& line) { printed.push_back(line); }});
  EXPECT_TRUE(evaluator.evaluate(*all, Environment(), evaluator.no_state()).as_boolean());
  EXPECT_EQ(printed, (std::vector<std::string>{"<<1, 3>>", "<<2, 3>>", "<<1, 4>>", "<<2, 4>>"}));
}

TEST(Evaluation, ChooseTakesTheFirstInValueOrder) {
  Builder b;
  const Symbol* x = b.symbol("x");
  const Expr* odd = b.eq(b.op(Native::modulo, {b.ref(x), b.n(2)}), b.n(1));
  EXPECT_EQ(b.value(b.binder(Kind::choose, {Builder::bound(x, b.set({b.n(4), b.n(9), b.n(5)}))}, odd)), "5");
  EXPECT_EQ(b.error(b.binder(Kind::choose, {Builder::bound(x, b.set({b.n(4)}))}, odd)).fault(),
            EvaluationFault::no_witness);
  EXPECT_EQ(b.error(b.binder(Kind::choose, {Builder::bound(x, nullptr)}, odd)).fault(),
            EvaluationFault::unbounded);
  EXPECT_EQ(b.error(b.binder(Kind::exists, {Builder::bound(x, b.op(Native::nat))}, odd)).fault(),
            EvaluationFault::infinite_set);
}

TEST(Evaluation, RecursiveFunctionsAndLazyPoints) {
  Builder b;
  const Symbol* f = b.symbol("f");
  const Symbol* i = b.symbol("i");
  Expr* conditional = b.node(Kind::conditional);
  Expr* factorial = b.binder(Kind::function, {Builder::bound(i, b.op(Native::nat))}, conditional);
  factorial->self = f;
  conditional->operands = {
      b.eq(b.ref(i), b.n(0)), b.n(1),
      b.op(Native::times, {b.ref(i), b.at(b.ref(f), b.op(Native::minus, {b.ref(i), b.n(1)}))})};
  EXPECT_EQ(b.value(b.at(factorial, b.n(20))), "2432902008176640000");
  const Expr* inverse = b.binder(Kind::function, {Builder::bound(i, b.range(0, 1))},
                                 b.op(Native::quotient, {b.n(6), b.ref(i)}));
  EXPECT_EQ(b.value(b.at(inverse, b.n(1))), "6") << "only the point that is applied";
  EXPECT_EQ(b.error(b.eq(inverse, inverse)).fault(), EvaluationFault::division_by_zero);
  EXPECT_EQ(b.error(b.at(inverse, b.n(2))).fault(), EvaluationFault::outside_domain);
}

TEST(Evaluation, ExceptSeesEarlierUpdates) {
  Builder b;
  const Symbol* at = b.symbol("@");
  Expr* e = b.node(Kind::except, {b.tuple({b.n(1), b.n(2)})});
  const Expr* one = b.n(1);
  e->updates = {{{one}, at, b.plus(b.ref(at), b.n(10)), {}}, {{one}, at, b.plus(b.ref(at), b.n(100)), {}}};
  EXPECT_EQ(b.value(e), "<<111, 2>>");
  std::vector<std::string> warnings;
  Expr* outside = b.node(Kind::except, {b.tuple({b.n(1)})});
  outside->updates = {{{b.n(7)}, at, b.n(0), {}}};
  Evaluator evaluator(b.model, {.warn = [&](const std::string& m, Span) { warnings.push_back(m); }});
  EXPECT_EQ(text(evaluator.evaluate(*outside, Environment(), evaluator.no_state())), "<<1>>");
  EXPECT_EQ(warnings.size(), 1U);
}

TEST(Evaluation, ArgumentsAreEvaluatedWhenNeeded) {
  Builder b;
  const Symbol* p = b.symbol("p");
  const Operator* ignore = b.define("Ignore", {p}, b.n(3));
  const Expr* wrong = b.eq(b.n(1), b.s("a"));
  EXPECT_EQ(b.value(b.call(ignore, {wrong})), "3");
  const Operator* use = b.define("Use", {p}, b.conj({b.ref(p)}));
  const Expr* call = b.call(use, {wrong});
  const EvaluationError error = b.error(call);
  EXPECT_EQ(error.span(), wrong->span);
  ASSERT_EQ(error.calls().size(), 1U);
  EXPECT_EQ(error.calls()[0].name, "Use");
  EXPECT_EQ(error.calls()[0].span, call->span);
}

TEST(Evaluation, HigherOrderOperatorsKeepTheirEnvironment) {
  Builder b;
  const Symbol* op = b.symbol("Op", 1);
  const Symbol* v = b.symbol("v");
  const Symbol* k = b.symbol("k");
  const Operator* twice = b.define("Twice", {op, v}, b.ref(op, {b.ref(op, {b.ref(v)})}));
  const Symbol* a = b.symbol("a");
  const Operator* outer =
      b.define("Outer", {k}, b.call(twice, {b.lambda({a}, b.plus(b.ref(a), b.ref(k))), b.n(1)}));
  EXPECT_EQ(b.value(b.call(outer, {b.n(5)})), "11");
}

TEST(Evaluation, EndlessRecursionIsAnError) {
  Builder b;
  const Symbol* p = b.symbol("p");
  Operator* loop = b.define("Loop", {p}, nullptr);
  loop->recursive = true;
  loop->body = b.plus(b.n(1), b.call(loop, {b.plus(b.ref(p), b.n(1))}));
  EXPECT_EQ(b.error(b.call(loop, {b.n(0)})).fault(), EvaluationFault::recursion_too_deep);
}

TEST(Evaluation, ConstantDefinitionsKeepTheirFailure) {
  Builder b;
  const Operator* wrong = b.define("Wrong", {}, b.op(Native::head, {b.tuple({})}));
  Evaluator evaluator(b.model);
  for (int i = 0; i < 2; ++i) {
    try {
      static_cast<void>(evaluator.evaluate(*b.call(wrong), Environment(), evaluator.no_state()));
      FAIL();
    } catch (const EvaluationError& error) {
      EXPECT_EQ(error.message(), "Attempted to apply Head to the empty sequence.");
      EXPECT_EQ(error.calls().size(), 1U);
    }
  }
}

TEST(Natives, Sequences) {
  Builder b;
  const Expr* seq = b.tuple({b.n(1), b.n(2), b.n(3)});
  EXPECT_EQ(b.value(b.op(Native::subseq, {seq, b.n(2), b.n(3)})), "<<2, 3>>");
  EXPECT_EQ(b.value(b.op(Native::subseq, {seq, b.n(3), b.n(2)})), "<<>>");
  EXPECT_EQ(b.error(b.op(Native::subseq, {seq, b.n(0), b.n(2)})).fault(), EvaluationFault::outside_domain);
  EXPECT_EQ(b.value(b.op(Native::tail, {b.s("abc")})), "\"bc\"");
  EXPECT_EQ(b.value(b.op(Native::concat, {seq, b.tuple({b.s("x")})})), "<<1, 2, 3, \"x\">>");
  const Symbol* e = b.symbol("e");
  const Expr* big = b.lambda({e}, b.op(Native::greater, {b.ref(e), b.n(1)}));
  EXPECT_EQ(b.value(b.op(Native::select_seq, {seq, big})), "<<2, 3>>");
  EXPECT_EQ(b.error(b.op(Native::len, {b.n(1)})).message(),
            "The first argument of Len should be a sequence, but instead it is:\n1");
}

TEST(Natives, BagsAndTlc) {
  Builder b;
  const auto pair = [&](const Expr* k, const Expr* v) { return b.op(Native::colon_greater, {k, v}); };
  const Expr* bag = b.op(Native::at_at, {pair(b.s("a"), b.n(1)), pair(b.s("b"), b.n(2))});
  EXPECT_EQ(b.value(b.op(Native::bag_cup, {bag, pair(b.s("b"), b.n(1))})), "[a |-> 1, b |-> 3]");
  EXPECT_EQ(b.value(b.op(Native::bag_diff, {bag, pair(b.s("a"), b.n(1))})), "[b |-> 2]");
  EXPECT_EQ(b.value(b.op(Native::bag_cardinality, {bag})), "3");
  EXPECT_EQ(b.value(b.op(Native::at_at, {pair(b.n(1), b.n(1)), pair(b.n(1), b.n(2))})), "<<1>>");
  EXPECT_EQ(b.value(b.op(Native::permutations, {b.range(1, 2)})), "{<<1, 2>>, <<2, 1>>}");
  EXPECT_EQ(b.error(b.op(Native::assert_that, {b.b(false), b.s("m")})).fault(), EvaluationFault::assertion);
}

TEST(Natives, PrintingSortsSets) {
  Builder b;
  const Expr* mixed = b.set({b.n(1), b.s("a")});
  EXPECT_EQ(b.error(b.op(Native::print_t, {mixed})).fault(), EvaluationFault::incomparable);
  EXPECT_EQ(b.error(b.op(Native::to_string, {b.tuple({mixed})})).fault(), EvaluationFault::incomparable);
  EXPECT_EQ(b.value(b.op(Native::to_string, {b.op(Native::nat)})), "\"Nat\"");
}

TEST(Natives, RandomElementIsRepeatable) {
  Builder b;
  const Expr* e = b.tuple({b.op(Native::random_element, {b.range(1, 1000000)}),
                           b.op(Native::random_element, {b.range(1, 1000000)})});
  const std::string first = b.value(e);
  EXPECT_EQ(b.value(e), first);
  Evaluator other(b.model, {.seed = 1});
  EXPECT_NE(text(other.evaluate(*e, Environment(), other.no_state())), first);
}

}  // namespace
}  // namespace synod::reference::test

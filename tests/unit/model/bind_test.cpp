// A configuration applied to a specification.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/model.hpp"
#include "semantics/resolve.hpp"

namespace synod::model {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A folder for one test's modules.
class Bind : public testing::Test {
 protected:
  Bind() : folder_(fs::temp_directory_path() / ("synod-bind-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
  }
  ~Bind() override { fs::remove_all(folder_); }

  void module(const std::string& name, const std::string& body) {
    std::ofstream(folder_ / (name + ".tla")) << "---- MODULE " << name << " ----\n" << body << "\n====\n";
  }

  /// Binds module M with this configuration.
  std::optional<Model> bind(const std::string& config) {
    sources_ = {};
    diagnostics_ = {};
    std::optional<semantics::Spec> spec = semantics::resolve(folder_ / "M.tla", {}, sources_, diagnostics_);
    if (!spec) return std::nullopt;
    const Config read = parse_config(sources_.add("M.cfg", config), sources_, diagnostics_);
    if (diagnostics_.has_errors()) return std::nullopt;
    return model::bind(std::move(*spec), read, diagnostics_);
  }

  [[nodiscard]] std::vector<std::string> problems() const {
    std::vector<std::string> result;
    for (const auto& d : diagnostics_.all())
      result.push_back(std::string(syntax::name(d.code)) + " " + d.message);
    return result;
  }
  static std::string text(const semantics::Expr* expr) {
    return expr == nullptr ? "null" : semantics::print(*expr);
  }

  fs::path folder_;
  syntax::SourceMap sources_;
  syntax::Diagnostics diagnostics_;
};

const std::string counter = R"(
EXTENDS Naturals
CONSTANTS N, Less(_, _)
VARIABLES x, y
vars == <<x, y>>
Init == x = 0 /\ y \in Nat /\ Less(x, N)
Next == x' = x + 1 /\ y' = y
Spec == Init /\ [][Next]_vars
Small == 0..3
Smaller(a, b) == a < b
)";

TEST_F(Bind, constants_and_standard_operators_get_their_values) {
  module("M", counter);
  const auto model = bind("SPECIFICATION Spec CONSTANTS N = {b, a} Nat <- Small Less <- Smaller");
  ASSERT_TRUE(model) << testing::PrintToString(problems());
  EXPECT_THAT(problems(), IsEmpty());
  EXPECT_THAT(model->model_values, ElementsAre("b", "a"));
  EXPECT_EQ(text(model->spec.constants[0]->binding->body), "{b, a}");
  EXPECT_EQ(model->spec.constants[1]->binding->name, "Smaller");
  const semantics::Operator* nat = model->spec.root_operators.at("Nat");
  EXPECT_FALSE(nat->native.has_value());
  EXPECT_EQ(text(nat->body), "Small");
}

TEST_F(Bind, an_operator_constant_by_its_points) {
  module("M", counter);
  const auto model = bind("SPECIFICATION Spec CONSTANTS N = 1 Less(0, 1) = TRUE Less(1, 0) = FALSE");
  ASSERT_TRUE(model) << testing::PrintToString(problems());
  const semantics::Operator* less = model->spec.constants[1]->binding;
  EXPECT_EQ(less->parameters.size(), 2U);
  EXPECT_EQ(less->body->kind, semantics::Kind::case_of);
  EXPECT_EQ(less->body->operands.size(), 4U);
}

TEST_F(Bind, every_missing_constant_is_named) {
  module("M", counter);
  EXPECT_FALSE(bind("SPECIFICATION Spec CONSTANT NN = 1"));
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("config-unknown-name there is no constant or definition NN"),
                                      HasSubstr("config-missing-constant the constant N "),
                                      HasSubstr("config-missing-constant the constant Less ")));
}

TEST_F(Bind, specification_is_taken_apart) {
  module("M", R"(
EXTENDS Naturals
VARIABLES x, y
Start(v) == v = 0
Step == x' = 1 - x /\ UNCHANGED y
All(i, n) == i /\ [][n]_x
Spec == /\ LET both == Start(x) /\ Start(y) IN both
        /\ All(y = 0, Step)
        /\ WF_x(Step)
)");
  const auto model = bind("SPECIFICATION Spec");
  ASSERT_TRUE(model) << testing::PrintToString(problems());
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("subscript-misses-variable")));
  ASSERT_EQ(model->init->kind, semantics::Kind::conjunction);
  EXPECT_EQ(model->init->operands.size(), 2U);
  EXPECT_EQ(text(model->next), "Step");
  EXPECT_EQ(model->next_name, "Step");
  ASSERT_EQ(model->fairness.size(), 1U);
  EXPECT_EQ(model->fairness[0].body->kind, semantics::Kind::weak_fairness);
}

TEST_F(Bind, specifications_that_cannot_be_checked_are_refused) {
  const std::string head = "VARIABLE x\nInit == x = 0\nNext == x' = x\n";
  module("M", head + "Spec == Init /\\ [][Next]_x /\\ [][x' = 2]_x");
  EXPECT_FALSE(bind("SPECIFICATION Spec"));
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("second next-state relation")));
  module("M", head + "Spec == Init /\\ [][Next]_x /\\ [](x = 0)");
  EXPECT_FALSE(bind("SPECIFICATION Spec"));
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("unsupported")));
  module("M", head + "Spec == [][Next]_x");
  EXPECT_FALSE(bind("SPECIFICATION Spec"));
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("no-behaviour Spec has no initial condition")));
  EXPECT_FALSE(bind("SPECIFICATION Spec INIT Init"));
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("config-conflict")));
  EXPECT_FALSE(bind(""));
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("no-behaviour")));
}

TEST_F(Bind, properties_become_invariants_actions_and_initial_conditions) {
  module("M", R"(
EXTENDS Naturals
VARIABLE x
Init == x = 0
Next == x' = x + 1
P(i) == [](x # i) /\ [][x' > i]_x
Prop == x = 0 /\ [](x >= 0) /\ [][x' > x]_x /\ \A i \in 1..2 : P(i)
)");
  const auto model = bind("INIT Init NEXT Next PROPERTY Prop");
  ASSERT_TRUE(model) << testing::PrintToString(problems());
  EXPECT_EQ(model->implied_inits.size(), 1U);
  EXPECT_EQ(model->invariants.size(), 2U);
  ASSERT_EQ(model->action_properties.size(), 2U);
  EXPECT_EQ(model->action_properties[0].name, "Prop");
  EXPECT_EQ(model->invariants[1].body->kind, semantics::Kind::forall);
  EXPECT_EQ(model->action_properties[1].action->kind, semantics::Kind::forall);
}

TEST_F(Bind, a_refinement_through_an_instance_is_taken_apart) {
  module("Abstract",
         "EXTENDS Naturals\nVARIABLE v\nInit == v = 0\nNext == v' = v + 1\nSpec == Init /\\ [][Next]_v");
  module("M", R"(
EXTENDS Naturals
VARIABLE x
A == INSTANCE Abstract WITH v <- 2 * x
Init == x = 0
Next == x' = x + 1
Refines == A!Spec
)");
  const auto model = bind("INIT Init NEXT Next PROPERTY Refines");
  ASSERT_TRUE(model) << testing::PrintToString(problems());
  EXPECT_EQ(model->implied_inits.size(), 1U);
  EXPECT_EQ(model->action_properties.size(), 1U);
}

TEST_F(Bind, what_cannot_be_checked_is_refused_by_name) {
  module("M",
         "VARIABLE x\nInit == x = 0\nNext == x' = x\nLive == <>((x = 1) -+-> (x = 2))\n"
         "Over == \\A i \\in {x} : <>(x = i)");
  EXPECT_FALSE(bind("INIT Init NEXT Next PROPERTIES Live Over _PERIODIC Init"));
  EXPECT_THAT(
      problems(),
      ElementsAre(HasSubstr("unsupported _PERIODIC Init"),
                  HasSubstr("unsupported PROPERTY Live: -+-> is not supported"),
                  HasSubstr("unsupported PROPERTY Over: a quantifier around a temporal formula must be "
                            "over sets that are the same in all states")));
}

TEST_F(Bind, liveness_without_fairness_gets_a_warning) {
  module("M",
         "EXTENDS Naturals\nVARIABLE x\nInit == x = 0\nNext == x' = 1 - x\nLive == <>(x = 1)\n"
         "Conditional == WF_x(Next) => Live\nFair == Init /\\ [][Next]_x /\\ WF_x(Next)");
  EXPECT_TRUE(bind("INIT Init NEXT Next PROPERTY Live"));
  EXPECT_THAT(problems(),
              ElementsAre(HasSubstr("no-fairness PROPERTY Live: the specification has no fairness")));
  EXPECT_TRUE(bind("INIT Init NEXT Next PROPERTY Conditional"));
  EXPECT_THAT(problems(), testing::IsEmpty());
  EXPECT_TRUE(bind("SPECIFICATION Fair PROPERTY Live"));
  EXPECT_THAT(problems(), testing::IsEmpty());
}

TEST_F(Bind, missing_fairness_is_told_in_the_names_of_the_specification) {
  module("Lib", "EXTENDS Naturals\nVARIABLE x\nStep == x' = 1 - x\nBehaviour == x = 0 /\\ [][Step]_x");
  module("M", R"(
EXTENDS Naturals
VARIABLES x, y
L == INSTANCE Lib
Init == x = 0 /\ y = 0
Move == x' = 1 - x /\ y' = y
all == <<x, y>>
Named == Init /\ [][Move]_all
Tuple == Init /\ [][Move]_<<x, y>>
Inline == Init /\ [][Move \/ FALSE]_all
Computed == Init /\ [][Move]_(x + y)
Local == Init /\ LET Go == Move IN [][Go]_all
Parameter(A) == Init /\ [][A]_all
Given == Parameter(Move)
Instance == y = 0 /\ L!Behaviour
Live == <>(x = 1)
)");
  const auto advice = [&](const std::string& behaviour) {
    EXPECT_TRUE(bind(behaviour + " PROPERTY Live")) << testing::PrintToString(problems());
    const std::string warning = problems().empty() ? "" : problems().back();
    const std::size_t begin = warning.find("; ") + 2;
    return warning.substr(begin, warning.find(" would exclude most of them") - begin);
  };
  const std::string words = "weak fairness of its next-state relation";
  EXPECT_EQ(advice("SPECIFICATION Named"), "a conjunct WF_all(Move)");
  EXPECT_EQ(advice("SPECIFICATION Tuple"), "a conjunct WF_<<x, y>>(Move)");
  EXPECT_EQ(advice("SPECIFICATION Given"), "a conjunct WF_all(Move)");
  EXPECT_EQ(advice("SPECIFICATION Instance"), "a conjunct WF_x(L!Step)");
  EXPECT_EQ(advice("SPECIFICATION Inline"), words);
  EXPECT_EQ(advice("SPECIFICATION Computed"), words);
  EXPECT_EQ(advice("SPECIFICATION Local"), words);
  EXPECT_EQ(advice("INIT Init NEXT Move"), words);
}

TEST_F(Bind, levels_are_checked) {
  module("M", "VARIABLE x\nInit == x = 0\nNext == x' = x\nStep == x' = 0\nYes == TRUE");
  EXPECT_FALSE(bind("INIT Init NEXT Next INVARIANT Step CONSTRAINT Step PROPERTY Step"));
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("invariant-level INVARIANT Step"),
                                      HasSubstr("config-level-too-high CONSTRAINT Step"),
                                      HasSubstr("config-wrong-level PROPERTY Step")));
  EXPECT_FALSE(bind("INIT Init NEXT Yes"));
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("config-wrong-level NEXT Yes is a constant")));
}

TEST_F(Bind, definitions_of_one_module_are_replaced_for_all_its_users) {
  module("Lib", "Size == 3\nDouble(n) == <<n, n>>");
  module("M",
         "EXTENDS Lib\nI == INSTANCE Lib\nVARIABLE x\nInit == x = I!Size\nNext == x' = x\nTwice(n) == n\n");
  const auto model = bind("INIT Init NEXT Next CONSTANTS Size = [Lib] 7 Double <-[Lib] Twice");
  ASSERT_TRUE(model) << testing::PrintToString(problems());
  for (const semantics::Operator* op : model->spec.operators) {
    if (op->origin_module != "Lib") continue;
    EXPECT_EQ(text(op->body), op->origin_name == "Size" ? "7" : "Twice(n)") << op->name;
  }
  EXPECT_FALSE(bind("INIT Init NEXT Next CONSTANTS Size = [Library] 7"));
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("module Library is not part of this specification")));
}

TEST_F(Bind, replacing_raises_levels_and_finds_recursion) {
  module(
      "M",
      "VARIABLE x\nBase(n) == 1\nTop(n) == Base(n)\nUses == Top(2)\nDeep(n) == IF x = n THEN 0 ELSE Top(x)\n"
      "Init == x = Uses\nNext == x' = x");
  const auto model = bind("INIT Init NEXT Next CONSTANTS Base <- Deep");
  ASSERT_TRUE(model) << testing::PrintToString(problems());
  EXPECT_EQ(model->spec.root_operators.at("Uses")->level, semantics::Level::state);
  EXPECT_TRUE(model->spec.root_operators.at("Base")->recursive);
}

TEST_F(Bind, replaced_definitions_cannot_replace_and_arities_must_agree) {
  module("M", "VARIABLE x\nA == 1\nB == 2\nC(n) == n\nInit == x = A\nNext == x' = x");
  EXPECT_FALSE(bind("INIT Init NEXT Next CONSTANTS A <- B B <- A"));
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("config-conflict"), HasSubstr("config-conflict")));
  EXPECT_FALSE(bind("INIT Init NEXT Next CONSTANTS A <- C"));
  EXPECT_THAT(problems(), ElementsAre(HasSubstr("config-wrong-arity")));
}

TEST_F(Bind, a_replacement_that_goes_round_in_a_circle_is_refused) {
  module("M",
         "EXTENDS Naturals\nCONSTANT N, K\nVARIABLE x\nM == N + 1\nL == K + 1\nP == M + L\nA == 1\nB == A\n"
         "Init == x = N + K + A\nNext == x' = x");
  EXPECT_FALSE(bind("INIT Init NEXT Next CONSTANTS N <- M K = 1"));
  EXPECT_THAT(problems(), ElementsAre("config-conflict N <- M goes round in a circle: M uses N"));
  EXPECT_FALSE(bind("INIT Init NEXT Next CONSTANTS N <- L K <- P"));
  EXPECT_THAT(problems(),
              ElementsAre("config-conflict N <- L goes round in a circle: L uses K, P uses M, M uses N",
                          "config-conflict K <- P goes round in a circle: P uses M, M uses N, L uses K"));
  EXPECT_FALSE(bind("INIT Init NEXT Next CONSTANTS N = 1 K = 2 A <- B"));
  EXPECT_THAT(problems(), ElementsAre("config-conflict A <- B goes round in a circle: B uses A"));
}

TEST_F(Bind, a_constant_operator_may_be_replaced_by_one_that_calls_it) {
  module("M",
         "EXTENDS Naturals\nCONSTANT F(_)\nVARIABLE x\nG(n) == IF n = 0 THEN 1 ELSE n * F(n - 1)\n"
         "Init == x = F(4)\nNext == x' = x");
  const auto model = bind("INIT Init NEXT Next CONSTANTS F <- G");
  ASSERT_TRUE(model) << testing::PrintToString(problems());
  EXPECT_TRUE(model->spec.root_operators.at("G")->recursive);
}

TEST_F(Bind, the_value_of_a_constant_depends_on_no_variable) {
  module("M",
         "EXTENDS TLC\nCONSTANT S, T(_)\nVARIABLE x\nV == {x}\nW == V\nG(a) == <<a, x>>\nLevel == "
         "TLCGet(\"level\")\n"
         "Init == x = 0\nNext == x' = S /\\ T(1) = 1");
  EXPECT_FALSE(bind("INIT Init NEXT Next CONSTANTS T <- G S <- W"));
  EXPECT_THAT(problems(),
              ElementsAre("config-wrong-level W cannot be the value of the constant S, because it "
                          "depends on a variable: W uses V, V uses x"));
  EXPECT_FALSE(bind("INIT Init NEXT Next CONSTANTS T <- G S <- Next"));
  EXPECT_TRUE(bind("INIT Init NEXT Next CONSTANTS T <- G S <- Level")) << testing::PrintToString(problems());
}

TEST_F(Bind, names_of_theorems_and_assumptions_are_no_definitions) {
  module("M", "VARIABLE x\nInit == x = 0\nNext == x' = x\nTHEOREM T == x = 0\nASSUME A == 1 = 1");
  EXPECT_FALSE(bind("INIT Init NEXT Next INVARIANTS T A"));
  EXPECT_THAT(problems(), ElementsAre("config-unknown-name INVARIANT T: module M has no such definition (it "
                                      "names a theorem or an assumption)",
                                      "config-unknown-name INVARIANT A: module M has no such definition (it "
                                      "names a theorem or an assumption)"));
}

TEST_F(Bind, one_value_may_stand_for_all_arguments) {
  module("M", "CONSTANT S(_), R(_, _)\nVARIABLE x\nF(a) == a\nInit == x = S(1)\nNext == x' = R(F(x), 2)");
  const auto model = bind("INIT Init NEXT Next CONSTANTS S = 3 F = 4 R(1, 2) = 5");
  ASSERT_TRUE(model) << testing::PrintToString(problems());
  EXPECT_EQ(text(model->spec.constants[0]->binding->body), "3");
  EXPECT_EQ(model->spec.constants[0]->binding->parameters.size(), 1U);
  EXPECT_EQ(text(model->spec.root_operators.at("F")->body), "4");
  EXPECT_FALSE(bind("INIT Init NEXT Next CONSTANTS S(1, 2) = 3 R = 0"));
  EXPECT_THAT(problems(),
              ElementsAre("config-wrong-arity S has 2 arguments here, but 1 argument in the specification"));
}

TEST_F(Bind, an_empty_set_makes_what_is_said_of_its_elements_true) {
  module("M",
         "CONSTANT Quorums, Others\nVARIABLE x\nInit == x = Others\nNext == x' = x\n"
         "Inv == \\A Q \\in Quorums : x \\in Q");
  ASSERT_TRUE(bind("INIT Init NEXT Next INVARIANT Inv CONSTANTS Quorums = {} Others = {}"));
  EXPECT_THAT(problems(), ElementsAre("trivially-true the constant Quorums is the empty set: what the "
                                      "specification says of all its elements holds without being checked"));
}

TEST_F(Bind, only_a_property_that_is_a_state_predicate_gets_a_warning) {
  module("M", "VARIABLE x\nInit == x = 0\nNext == x' = x\nSpec == Init /\\ [][Next]_x\nStart == Init");
  ASSERT_TRUE(bind("SPECIFICATION Spec PROPERTY Spec"));
  EXPECT_THAT(problems(), IsEmpty());
  ASSERT_TRUE(bind("SPECIFICATION Spec PROPERTY Start"));
  EXPECT_THAT(problems(),
              ElementsAre(HasSubstr("this state predicate is checked in the initial states only")));
}

TEST_F(Bind, a_definition_is_not_taken_for_the_keyword_before_it) {
  module("M", "VARIABLE x\nInit == x = 0\nStep == x' = x");
  EXPECT_FALSE(bind("INIT Init NEXT Next"));
  EXPECT_THAT(problems(), ElementsAre("config-unknown-name NEXT Next: module M has no such definition"));
}

TEST_F(Bind, unused_constants_are_reported) {
  module("M", "CONSTANTS Used, Unused\nVARIABLE x\nInit == x = Used\nNext == x' = x");
  ASSERT_TRUE(bind("INIT Init NEXT Next CONSTANTS Used = 1 Unused = 2"));
  EXPECT_THAT(problems(), ElementsAre("constant-unused the constant Unused is never used"));
}

}  // namespace
}  // namespace synod::model

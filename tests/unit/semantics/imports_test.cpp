#include "modules.hpp"

namespace synod::semantics {
namespace {

const std::string counter =
    "EXTENDS Naturals\nCONSTANTS N, Op(_, _)\nVARIABLE v\nLOCAL Hidden == v + N\nInit == v = 0 /\\ Hidden = "
    "N\n"
    "Next == v' = Op(v, N)\nPrimed(a) == a' = v\nFree(i) == i + 1\n"
    "RECURSIVE Sum(_)\nSum(i) == IF i = 0 THEN v ELSE Sum(i - 1)";

std::string with_counter(const std::string& body, const std::string& name) {
  Modules modules;
  const auto spec = modules.add("Counter", counter).add("M", body).resolve("M");
  return spec ? core_of(*spec, name) : modules.diagnostics("M");
}

TEST(Imports, ExtendedDeclarationsBelongToTheRoot) {
  Modules modules;
  modules.add("A", "CONSTANT C\nVARIABLE x\nASSUME C = 1").add("B", "EXTENDS A\nVARIABLE y");
  const auto spec = modules.add("M", "EXTENDS A, B\nVARIABLE z\nT == x = y /\\ z = C").resolve("M");
  ASSERT_TRUE(spec);
  ASSERT_EQ(spec->variables.size(), 3U);
  EXPECT_EQ(spec->variables[0]->name, "x");
  EXPECT_EQ(spec->variables[1]->name, "y");
  EXPECT_EQ(spec->variables[2]->name, "z");
  EXPECT_EQ(spec->variables[2]->index, 2U);
  ASSERT_EQ(spec->constants.size(), 1U);
  ASSERT_EQ(spec->assumptions.size(), 1U);
  EXPECT_EQ(spec->modules, (std::vector<std::string>{"A", "B", "M"}));
}

TEST(Imports, SubstitutionReachesPrimes) {
  const std::string body =
      "EXTENDS Integers\nCONSTANT N\nVARIABLES x, y\nI == INSTANCE Counter WITH Op <- +, v <- x + y";
  EXPECT_EQ(with_counter(body, "I!Next"), "I!Next == (x + y)' = ((x + y) + N)");
  EXPECT_EQ(with_counter(body, "I!Init"), "I!Init == ((x + y) = 0) /\\ (I!Hidden = N)");
  EXPECT_EQ(with_counter(body, "I!Sum"), "I!Sum(i) == IF i = 0 THEN x + y ELSE I!Sum(i - 1)");
  EXPECT_EQ(with_counter(body + "\nT == I!Free(2)", "T"), "T == Free(2)") << "what does not depend is shared";
}

TEST(Imports, ParametersOfAnInstanceComeFirst) {
  const std::string body =
      "EXTENDS Integers\nVARIABLE y\nJ(k) == INSTANCE Counter WITH N <- k, Op <- LAMBDA a, b : a * b + k, v "
      "<- y\n"
      "A(F(_, _)) == F(1, 2)\n";
  EXPECT_EQ(with_counter(body + "T == J(3)!Primed(y)", "T"), "T == J!Primed(3, y)");
  EXPECT_EQ(with_counter(body + "T == A(J!Sum)", "T"), "T == A(LAMBDA k, i : J!Sum(k, i))");
  Modules modules;
  const auto spec = modules.add("Counter", counter).add("M", body + "T == J(3)!Next").resolve("M");
  ASSERT_TRUE(spec);
  const Operator& copy = *spec->root_operators.at("T")->body->op;
  EXPECT_EQ(print(*copy.body), "y' = ((y * k) + k)");
  EXPECT_EQ(copy.parameters.size(), 1U);
}

TEST(Imports, ChainsOfInstances) {
  Modules modules;
  modules.add("Low", "VARIABLE v\nP == v = 1").add("Mid", "VARIABLE u\nL == INSTANCE Low WITH v <- <<u>>");
  const auto spec = modules.add("M", "VARIABLE x\nI == INSTANCE Mid WITH u <- {x}\nT == I!L!P").resolve("M");
  ASSERT_TRUE(spec);
  EXPECT_EQ(core_of(*spec, "I!L!P"), "I!L!P == <<{x}>> = 1");
  EXPECT_EQ(core_of(*spec, "T"), "T == I!L!P");
}

TEST(Imports, InstanceInALetSeesBoundVariables) {
  EXPECT_EQ(
      with_counter(
          "EXTENDS Integers\nT == \\A n \\in {1} : LET K == INSTANCE Counter WITH N <- 1, Op <- +, v <- n\n"
          "IN K!Sum(2) = n",
          "T"),
      "T == \\A n \\in {1} : LET K!Sum(i) == IF i = 0 THEN n ELSE K!Sum(i - 1) IN K!Sum(2) = n");
}

TEST(Imports, NestedModules) {
  EXPECT_EQ(
      core("VARIABLE x\n---- MODULE In ----\nVARIABLE w\nP == w = x\n====\nI == INSTANCE In WITH w <- <<x>>\n"
           "T == I!P",
           "I!P"),
      "I!P == <<x>> = x");
}

TEST(Imports, UnnamedInstancesAndLocal) {
  Modules modules;
  modules.add("A", "F(x) == x\nLOCAL G == 1").add("B", "LOCAL INSTANCE A\nH == F(2)");
  EXPECT_EQ(modules.add("M", "EXTENDS B\nT == F(1)").diagnostics("M"),
            "M:3:6: error[undefined-name]: F is not defined\n");
}

TEST(Imports, MissingSubstitution) {
  Modules modules;
  EXPECT_EQ(modules.add("Counter", counter)
                .add("M", "VARIABLE v\nI == INSTANCE Counter WITH v <- v, Mp <- 1")
                .diagnostics("M"),
            "M:3:36: error[undefined-name]: module Counter declares no constant or variable Mp\n"
            "  did you mean Op?\n"
            "M:3:1: error[missing-substitution]: the constant N of module Counter needs a value: there is "
            "nothing of "
            "this name here\n  add WITH N <- ... to the INSTANCE\n"
            "M:3:1: error[missing-substitution]: the constant Op of module Counter needs a value: there is "
            "nothing of "
            "this name here\n  add WITH Op <- ... to the INSTANCE\n");
}

TEST(Imports, ModulesThatAreMissingOrImportEachOther) {
  EXPECT_EQ(diagnostics_of("EXTENDS Natural, Other\nT == a"),
            "M:2:9: error[module-not-found]: module Natural is not found\n"
            "  looked for Natural.tla in FOLDER and among the built-in modules\n  did you mean Naturals?\n"
            "M:2:18: error[module-not-found]: module Other is not found\n"
            "  looked for Other.tla in FOLDER and among the built-in modules\n");
  Modules modules;
  EXPECT_EQ(modules.add("A", "EXTENDS B").add("B", "EXTENDS A").diagnostics("A"),
            "B:2:9: error[module-cycle]: modules import each other in a cycle: A -> B -> A\n");
}

TEST(Imports, TheSameNameFromTwoModules) {
  Modules modules;
  modules.add("A", "F == 1").add("B", "F == 2");
  EXPECT_EQ(modules.add("M", "EXTENDS A, B\nT == F").diagnostics("M"),
            "M:2:12: warning[ambiguous-definition]: F comes from two modules; the first one is used\n"
            "  A:2:1: the first\n  B:2:1: the second\n");
  EXPECT_EQ(diagnostics_of("EXTENDS Naturals, Integers, Sequences\nT == 1"), "")
      << "a diamond is no conflict";
}

TEST(Imports, TwoModulesMayDeclareOneVariable) {
  Modules modules;
  modules.add("A", "VARIABLE x\nP == x = 1").add("B", "VARIABLE x\nQ == x = 2");
  const auto spec = modules.add("M", "EXTENDS A, B\nT == P /\\ Q").resolve("M");
  ASSERT_TRUE(spec);
  ASSERT_EQ(spec->variables.size(), 1U);
  EXPECT_EQ(spec->root_operators.at("Q")->body->operands[0]->variable, spec->variables[0]);
}

TEST(Imports, ModulesInTheRootsFileAndFoldersOfThePath) {
  Modules library;
  library.add("Lib", "L == 1");
  Modules modules;
  modules.add_text("M",
                   "---- MODULE M ----\nEXTENDS Side, Lib\nT == S + L\n====\n---- MODULE Side ----\n"
                   "EXTENDS Naturals\nS == 2\n====\n");
  const auto spec = modules.resolve("M", {{library.folder()}});
  ASSERT_TRUE(spec);
  EXPECT_EQ(core_of(*spec, "T"), "T == S + L");
  EXPECT_EQ(spec->root_operators.at("S")->span.begin.line, 7U);
}

TEST(Imports, NativeOperatorsAreBoundByModuleName) {
  Modules modules;
  modules.add("Sequences", "Len(s) == 1\nHead(s, t) == 2");
  const auto spec = modules.add("M", "EXTENDS Sequences, Naturals\nT == Len(<<>>) + 1").resolve("M");
  ASSERT_TRUE(spec);
  EXPECT_EQ(spec->root_operators.at("Len")->native, Native::len);
  EXPECT_FALSE(spec->root_operators.at("Head")->native) << "another arity";
  EXPECT_EQ(spec->root_operators.at("+")->native, Native::plus);
}

TEST(Imports, EveryBuiltInModuleResolves) {
  EXPECT_EQ(
      diagnostics_of("EXTENDS Bags, FiniteSets, Integers, Json, Naturals, Randomization, RealTime, Reals, "
                     "Sequences, TLC, TLCExt, Toolbox"),
      "");
}

TEST(Imports, ConstantDefinitionsLeaveOutWhatDependsOnTheCheckersState) {
  Modules modules;
  const auto spec =
      modules
          .add("M",
               "EXTENDS TLC\nVARIABLE x\nA == 1\nB == TLCGet(1)\nC == x\nD(a) == a\nE == LET f == 2 IN f")
          .resolve("M");
  ASSERT_TRUE(spec);
  std::string names;
  for (const Operator* op : spec->constant_definitions) names += op->name + " ";
  EXPECT_EQ(names, "A E ");
}

}  // namespace
}  // namespace synod::semantics

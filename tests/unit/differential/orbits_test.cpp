// Random specifications that are symmetric by construction: the states that the engine finds are the orbits
// of all states.
#include <algorithm>
#include <array>

#include <gtest/gtest.h>

#include "comparison.hpp"
#include "random.hpp"
#include "seeds.hpp"

namespace synod::differential {
namespace {

/// Processes and values, of which no formula names one.
class SymmetricSpec {
 public:
  explicit SymmetricSpec(std::uint64_t seed) : random_(seed) {}

  Document make() {
    document_.declarations = {"EXTENDS Naturals, FiniteSets, TLC", "CONSTANTS P, V, None",
                              "VARIABLES level, owner, sent, seen"};
    define("vars", "<<level, owner, sent, seen>>");
    define(
        "Init",
        "level = [p \\in P |-> 0] /\\ owner \\in {None} \\cup P /\\ sent = {} /\\ seen = [p \\in P |-> {}]");
    std::string next;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string name = "A" + std::to_string(i);
      define(name + "(p, q, v)", action());
      next += (i > 0 ? " \\/ " : "") + name + "(p, q, v)";
    }
    define("Next", "(\\E p, q \\in P, v \\in V : " + next + ") \\/ UNCHANGED vars");
    define("Symmetry", random_.one_in(4) ? "Permutations(V)" : "Permutations(P) \\cup Permutations(V)");
    document_.configuration = {"CONSTANT P = {p1, p2, p3}",
                               "CONSTANT V = {v1, v2}",
                               "CONSTANT None = None",
                               "INIT Init",
                               "NEXT Next",
                               "SYMMETRY Symmetry"};
    return document_;
  }

 private:
  void define(const std::string& head, const std::string& body) {
    document_.definitions.push_back({"", head, term({Type::Kind::other, {}, {}}, body)});
  }

  std::string action() {
    static constexpr std::array guards{"owner = p",
                                       "owner # q",
                                       "p # q",
                                       "level[p] < level[q]",
                                       "v \\notin seen[p]",
                                       "<<p, v>> \\in sent",
                                       "sent = {}",
                                       "\\A r \\in P : v \\in seen[r] => r = p",
                                       "TRUE"};
    static constexpr std::array levels{"level", "[level EXCEPT ![p] = 1 - @]",
                                       "[level EXCEPT ![q] = level[p]]", "[r \\in P |-> level[p]]"};
    static constexpr std::array owners{"owner", "None", "q", "IF owner = None THEN p ELSE owner"};
    static constexpr std::array messages{"sent", "sent \\cup {<<p, v>>}", "sent \\ {<<q, v>>}",
                                         "{<<q, m[2]>> : m \\in sent}"};
    static constexpr std::array sights{"seen", "[seen EXCEPT ![q] = @ \\cup {v}]",
                                       "[seen EXCEPT ![p] = seen[q]]", "[r \\in P |-> V \\ seen[r]]"};
    const auto pick = [&](const auto& choices) { return std::string(random_.among(choices)); };
    return "\n  /\\ " + pick(guards) + "\n  /\\ " + pick(guards) + "\n  /\\ level' = " + pick(levels) +
           "\n  /\\ owner' = " + pick(owners) + "\n  /\\ sent' = " + pick(messages) +
           "\n  /\\ seen' = " + pick(sights);
  }

  Random random_;
  Document document_;
};

TEST(Orbits, are_the_states_of_the_quotient) {
  std::size_t merged = 0;
  for (const std::uint64_t seed : seeds(1, 60)) {
    const Document document = SymmetricSpec(seed).make();
    const OrbitReport report = compare_orbits(document);
    ASSERT_EQ(report.refused, "") << "seed " << seed << ":\n" << text(document);
    if (report.too_large) continue;
    EXPECT_EQ(report.difference, "") << "seed " << seed << ":\n" << text(document);
    EXPECT_TRUE(report.permutations == 12 || report.permutations == 2);
    if (report.orbits < report.states) ++merged;
  }
  if (!number_in_environment("SYNOD_DIFFERENTIAL_SEED")) EXPECT_GE(merged, 10U);
}

}  // namespace
}  // namespace synod::differential

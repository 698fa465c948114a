#include "syntax/operators.hpp"

#include <string>
#include <unordered_map>

namespace synod::syntax {

namespace {

constexpr Fixity prefix = Fixity::prefix;
constexpr Fixity infix = Fixity::infix;
constexpr Fixity postfix = Fixity::postfix;
constexpr bool left = true;
constexpr bool none = false;

// clang-format off
constexpr Operator table[] = {
    // those of OperatorId
    {"/\\", infix, 3, 3, left, {"\\land", "∧"}},
    {"\\/", infix, 3, 3, left, {"\\lor", "∨"}},
    {"\\in", infix, 5, 5, none, {"∈"}},
    {"=", infix, 5, 5, none, {}},
    {"-", infix, 11, 11, left, {}},
    {"-.", prefix, 12, 12, none, {}},
    {"[]", prefix, 4, 15, none, {"□"}},
    {"\\X", infix, 10, 13, left, {"\\times", "×"}},
    {"'", postfix, 15, 15, none, {}},
    // prefix
    {"~", prefix, 4, 4, left, {"\\lnot", "\\neg", "¬"}},
    {"<>", prefix, 4, 15, none, {"◇"}},
    {"ENABLED", prefix, 4, 15, none, {}},
    {"UNCHANGED", prefix, 4, 15, none, {}},
    {"SUBSET", prefix, 10, 13, none, {}},
    {"UNION", prefix, 10, 13, none, {}},
    {"DOMAIN", prefix, 10, 13, none, {}},
    // postfix
    {"^+", postfix, 15, 15, none, {"⁺"}},
    {"^*", postfix, 15, 15, none, {}},
    {"^#", postfix, 15, 15, none, {}},
    // infix, by precedence
    {"=>", infix, 1, 1, none, {"⇒"}},
    {"<=>", infix, 2, 2, none, {"\\equiv", "≡", "⇔"}},
    {"~>", infix, 2, 2, none, {"↝"}},
    {"-+->", infix, 2, 2, none, {"⇸"}},
    {"#", infix, 5, 5, none, {"/=", "≠"}},
    {"<", infix, 5, 5, none, {}},
    {">", infix, 5, 5, none, {}},
    {"=<", infix, 5, 5, none, {"<=", "\\leq", "≤"}},
    {">=", infix, 5, 5, none, {"\\geq", "≥"}},
    {"\\notin", infix, 5, 5, none, {"∉"}},
    {"\\subseteq", infix, 5, 5, none, {"⊆"}},
    {"\\subset", infix, 5, 5, none, {"⊂"}},
    {"\\supset", infix, 5, 5, none, {"⊃"}},
    {"\\supseteq", infix, 5, 5, none, {"⊇"}},
    {"\\sqsubset", infix, 5, 5, none, {"⊏"}},
    {"\\sqsubseteq", infix, 5, 5, none, {"⊑"}},
    {"\\sqsupset", infix, 5, 5, none, {"⊐"}},
    {"\\sqsupseteq", infix, 5, 5, none, {"⊒"}},
    {"\\prec", infix, 5, 5, none, {"≺"}},
    {"\\preceq", infix, 5, 5, none, {"⪯"}},
    {"\\succ", infix, 5, 5, none, {"≻"}},
    {"\\succeq", infix, 5, 5, none, {"⪰"}},
    {"\\ll", infix, 5, 5, none, {"≪"}},
    {"\\gg", infix, 5, 5, none, {"≫"}},
    {"\\sim", infix, 5, 5, none, {"∼"}},
    {"\\simeq", infix, 5, 5, none, {"≃"}},
    {"\\approx", infix, 5, 5, none, {"≈"}},
    {"\\asymp", infix, 5, 5, none, {"≍"}},
    {"\\cong", infix, 5, 5, none, {"≅"}},
    {"\\doteq", infix, 5, 5, none, {"≐"}},
    {"\\propto", infix, 5, 5, none, {"∝"}},
    {"|-", infix, 5, 5, none, {"⊢"}},
    {"-|", infix, 5, 5, none, {"⊣"}},
    {"|=", infix, 5, 5, none, {"⊨"}},
    {"=|", infix, 5, 5, none, {"⫤"}},
    {":=", infix, 5, 5, none, {"≔"}},
    {"::=", infix, 5, 5, none, {"⩴"}},
    {"\\cdot", infix, 5, 14, left, {"⋅"}},
    {"@@", infix, 6, 6, left, {}},
    {":>", infix, 7, 7, none, {}},
    {"<:", infix, 7, 7, none, {}},
    {"\\", infix, 8, 8, none, {}},
    {"\\cup", infix, 8, 8, left, {"\\union", "∪"}},
    {"\\cap", infix, 8, 8, left, {"\\intersect", "∩"}},
    {"..", infix, 9, 9, none, {"‥"}},
    {"...", infix, 9, 9, none, {"…"}},
    {"$", infix, 9, 13, left, {}},
    {"$$", infix, 9, 13, left, {}},
    {"##", infix, 9, 13, left, {}},
    {"??", infix, 9, 13, left, {"⁇"}},
    {"\\uplus", infix, 9, 13, left, {"⊎"}},
    {"\\sqcap", infix, 9, 13, left, {"⊓"}},
    {"\\sqcup", infix, 9, 13, left, {"⊔"}},
    {"!!", infix, 9, 13, none, {"‼"}},
    {"\\wr", infix, 9, 14, none, {"≀"}},
    {"+", infix, 10, 10, left, {}},
    {"++", infix, 10, 10, left, {}},
    {"(+)", infix, 10, 10, left, {"\\oplus", "⊕"}},
    {"%", infix, 10, 11, none, {}},
    {"%%", infix, 10, 11, left, {}},
    {"|", infix, 10, 11, left, {}},
    {"||", infix, 10, 11, left, {"‖"}},
    {"--", infix, 11, 11, left, {}},
    {"(-)", infix, 11, 11, left, {"\\ominus", "⊖"}},
    {"*", infix, 13, 13, left, {}},
    {"**", infix, 13, 13, left, {}},
    {"&", infix, 13, 13, left, {}},
    {"&&", infix, 13, 13, left, {}},
    {"\\o", infix, 13, 13, left, {"\\circ", "∘"}},
    {"\\bullet", infix, 13, 13, left, {"●"}},
    {"\\bigcirc", infix, 13, 13, left, {"◯"}},
    {"\\star", infix, 13, 13, left, {"⋆"}},
    {"(.)", infix, 13, 13, left, {"\\odot", "⊙"}},
    {"(\\X)", infix, 13, 13, left, {"\\otimes", "⊗"}},
    {"/", infix, 13, 13, none, {}},
    {"//", infix, 13, 13, none, {}},
    {"\\div", infix, 13, 13, none, {"÷"}},
    {"(/)", infix, 13, 13, none, {"\\oslash", "⊘"}},
    {"^", infix, 14, 14, none, {}},
    {"^^", infix, 14, 14, none, {}},
};
// clang-format on

using SpellingIndex = std::unordered_map<std::string_view, OperatorId>;

SpellingIndex index_spellings() {
  SpellingIndex index;
  for (std::size_t i = 0; i < std::size(table); ++i) {
    const auto id = static_cast<OperatorId>(i);
    index.emplace(table[i].name, id);
    for (const std::string_view synonym : table[i].synonyms) {
      if (!synonym.empty()) index.emplace(synonym, id);
    }
  }
  return index;
}

static_assert(table[static_cast<std::size_t>(OperatorId::prime)].name == "'");
static_assert(table[static_cast<std::size_t>(OperatorId::product)].name == "\\X");
static_assert(std::size(table) <= 255);

}  // namespace

const Operator& get_operator(OperatorId id) { return table[static_cast<std::size_t>(id)]; }

std::span<const Operator> all_operators() { return table; }

std::optional<OperatorId> find_operator(std::string_view spelling) {
  static const SpellingIndex index = index_spellings();
  const auto found = index.find(spelling);
  if (found == index.end()) return std::nullopt;
  return found->second;
}

}  // namespace synod::syntax

#include "sample.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <sstream>

#include "comparison.hpp"
#include "expression_generator.hpp"

namespace synod::differential {
namespace {

constexpr std::size_t longest_expression = 180;
constexpr std::size_t longest_answer = 200;

/// Only constants, on one line, in the range of TLC's integers, with more errors than usual.
constexpr Style style{
    .ill_typed = 1.5, .partial = 30, .text_of_values = false, .large_numbers = false, .bullets = false};

/// A word with a digit in it was made up by the generator (v12, a1); strings are as good as each other.
bool tells(const std::string& word) {
  return word.size() > 1 && word != "TRUE" && word != "FALSE" &&
         std::none_of(word.begin(), word.end(), [](char c) { return std::isdigit(c) != 0; });
}

/// The operators and constructs in an expression: its words and its groups of signs.
std::set<std::string> constructs(const std::string& expression) {
  std::set<std::string> found;
  std::string word;
  bool letters = false;
  const auto end = [&] {
    if (letters ? tells(word) : !word.empty()) found.insert(word);
    word.clear();
  };
  for (const char c : expression) {
    const bool letter = std::isalnum(c) != 0;
    const bool sign = std::string_view("<>\\/=#+-*^.|~@%:[!").find(c) != std::string_view::npos;
    if (!letter && !sign) {
      end();
      continue;
    }
    const bool continues = word == "\\" || letter == letters;
    if (!continues) end();
    letters = letter;
    word += c;
  }
  end();
  return found;
}

/// Takes an expression if it has something that few of those taken before have.
class Selection {
 public:
  explicit Selection(std::size_t wanted) : wanted_(wanted) {}

  [[nodiscard]] bool full() const { return entries.size() >= wanted_; }

  void offer(SampleEntry entry) {
    if (full() || !seen_.insert(entry.expression).second) return;
    const std::set<std::string> in_it = constructs(entry.expression);
    const auto rare = [&](const std::string& construct) { return counts_[construct] * 25 < wanted_ + 24; };
    if (std::none_of(in_it.begin(), in_it.end(), rare)) return;
    for (const std::string& construct : in_it) ++counts_[construct];
    entries.push_back(std::move(entry));
  }

  std::vector<SampleEntry> entries;

 private:
  std::size_t wanted_;
  std::set<std::string> seen_;
  std::map<std::string, std::size_t> counts_;
};

std::vector<std::string> candidates(std::uint64_t seed) {
  Random random(seed);
  ExpressionGenerator generator(random, style);
  std::vector<std::string> result;
  for (int i = 0; i < 100; ++i) {
    generator.set_budget(14);
    std::string text;
    print(generator.expression(generator.random_type(2), 4), text);
    if (text.size() <= longest_expression) result.push_back(std::move(text));
  }
  return result;
}

}  // namespace

Document sample_module(const std::vector<std::string>& expressions) {
  Document document = prelude();
  document.declarations.emplace_back("VARIABLE x");
  document.configuration.emplace_back("INIT Init NEXT Next");
  document.definitions.push_back({"", "Init", term({}, "x = 0")});
  document.definitions.push_back({"", "Next", term({}, "x' = x")});
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    document.definitions.push_back({"", "E" + std::to_string(i + 1), term({}, expressions[i])});
  }
  return document;
}

std::string sample_prelude() {
  std::string text = module_text(prelude());
  return text.replace(text.find("MODULE M"), 8, "MODULE Prelude");
}

std::vector<SampleEntry> random_sample(std::size_t values, std::size_t errors) {
  Selection with_value(values);
  Selection failing(errors);
  for (std::uint64_t seed = 1; !with_value.full() || !failing.full(); ++seed) {
    const std::vector<std::string> expressions = candidates(seed);
    const ExpressionAnswers found = expression_answers(sample_module(expressions));
    for (std::size_t i = 0; i < found.answers.size(); ++i) {
      const auto& [reference, compiled] = found.answers[i];
      if (reference != compiled || reference.size() > longest_answer || reference == expressions[i]) continue;
      (reference == "error" ? failing : with_value).offer({expressions[i], reference, ""});
    }
  }
  std::vector<SampleEntry> all = std::move(with_value.entries);
  all.insert(all.end(), failing.entries.begin(), failing.entries.end());
  return all;
}

std::vector<SampleEntry> read_sample(const std::string& text) {
  std::vector<SampleEntry> entries;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with("# ")) continue;
    SampleEntry entry;
    std::istringstream fields(line);
    std::getline(fields, entry.expression, '\t');
    std::getline(fields, entry.answer, '\t');
    std::getline(fields, entry.departure, '\t');
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::string written_sample(const std::vector<SampleEntry>& entries) {
  std::string text = "# expression\tanswer\tdeparture\n";
  for (const SampleEntry& entry : entries) {
    text += entry.expression + "\t" + entry.answer;
    if (!entry.departure.empty()) text += "\t" + entry.departure;
    text += "\n";
  }
  return text;
}

}  // namespace synod::differential

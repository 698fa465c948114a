// JUnit's XML, in the form that CI servers read: a suite for each manifest, a case for each model.
#include <filesystem>

#include <fmt/format.h>

#include "gate/files.hpp"
#include "gate/visible_text.hpp"

namespace synod::gate {
namespace {

/// As content or as the value of an attribute. Control characters, and what is no character, cannot be in XML
/// at all.
std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : visible_lines(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\n':
        result += "&#10;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

/// ` name="value"`
std::string attribute(const std::string& name, const std::string& value) {
  return " " + name + "=\"" + escaped(visible(value)) + "\"";
}
std::string attribute(const std::string& name, std::size_t count) {
  return attribute(name, std::to_string(count));
}
std::string time_attribute(double seconds) { return attribute("time", fmt::format("{:.3f}", seconds)); }

struct Suite {
  std::string cases;
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
  double seconds = 0;

  /// `inside`: what the case consists of; empty for one that passed.
  void add(const std::string& group, const std::string& name, double time, const std::string& inside) {
    ++tests;
    seconds += time;
    cases += "    <testcase" + attribute("classname", group) + attribute("name", name) + time_attribute(time);
    cases += inside.empty() ? "/>\n" : ">\n" + inside + "    </testcase>\n";
  }

  [[nodiscard]] std::string counts() const {
    return attribute("tests", tests) + attribute("failures", failures) + attribute("errors", errors) +
           attribute("skipped", skipped) + time_attribute(seconds);
  }
};

std::string element(const char* name, const char* type, const std::string& message,
                    const std::string& content) {
  return fmt::format("      <{0} type=\"{1}\" message=\"{2}\">{3}</{0}>\n", name, type, escaped(message),
                     escaped(content));
}

void add(Suite& suite, const CaseResult& result) {
  const std::filesystem::path config = title(*result.what.model);
  const Judgement& judgement = result.judgement;
  std::string inside;
  switch (judgement.status) {
    case Status::as_expected:
      break;
    case Status::differs:
      ++suite.failures;
      inside = element("failure", "difference", difference_text(judgement.differences.front()),
                       differences_text(judgement));
      break;
    case Status::could_not_run:
      ++suite.errors;
      inside = element("error", "not run", judgement.reason, judgement.reason);
      break;
    case Status::left_out:
      ++suite.skipped;
      inside = fmt::format("      <skipped message=\"{}\"/>\n", escaped(judgement.reason));
      break;
  }
  const std::filesystem::path group =
      config.has_parent_path() ? config.parent_path() : result.what.manifest->file.parent_path();
  suite.add(group.string(), config.filename().string(), result.seconds, inside);
}

Suite suite_of(const Manifest& manifest, const std::vector<CaseResult>& results) {
  Suite suite;
  for (const Problem& problem : manifest.problems) {
    ++suite.errors;
    suite.add(manifest.file.string(), fmt::format("line {}", problem.line), 0,
              element("error", "manifest", problem.message, problem.message));
  }
  for (const CaseResult& result : results) {
    if (result.what.manifest == &manifest) add(suite, result);
  }
  return suite;
}

/// Servers that count failures and errors must not take a run for complete that was not.
Suite suite_of_interruption() {
  Suite suite;
  ++suite.errors;
  suite.add("synod gate", "interrupted", 0,
            element("error", "interrupted", "interrupted", "Interrupted: what is left out was not run."));
  return suite;
}

}  // namespace

std::string junit(const Report& report) {
  std::string suites;
  Suite all;
  const auto add_suite = [&](const std::string& name, const Suite& suite) {
    if (suite.tests == 0) return;
    suites += "  <testsuite" + attribute("name", name) + suite.counts() + ">\n";
    suites += suite.cases + "  </testsuite>\n";
    all.tests += suite.tests;
    all.failures += suite.failures;
    all.errors += suite.errors;
    all.skipped += suite.skipped;
  };
  for (const Manifest& manifest : report.manifests)
    add_suite(manifest.file.string(), suite_of(manifest, report.results));
  if (report.interrupted) add_suite("synod gate", suite_of_interruption());
  all.seconds = report.seconds;
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  return head + "<testsuites" + attribute("name", "synod gate") + all.counts() + ">\n" + suites +
         "</testsuites>\n";
}

}  // namespace synod::gate

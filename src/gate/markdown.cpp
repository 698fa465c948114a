#include <fmt/format.h>

#include "gate/files.hpp"
#include "gate/visible_text.hpp"

namespace synod::gate {
namespace {

/// In a cell of a table.
std::string cell(const std::string& text) {
  std::string result;
  for (const char c : visible_lines(text)) {
    switch (c) {
      case '|':
        result += "\\|";
        break;
      case '<':
        result += "&lt;";
        break;
      case '&':
        result += "&amp;";
        break;
      case '\n':
        result += "<br>";
        break;
      case '\\':
      case '`':
      case '*':
      case '_':
      case '[':
        result += std::string("\\") + c;
        break;
      default:
        result += c;
    }
  }
  return result;
}

bool is_wrong(const CaseResult& result) {
  return result.judgement.status == Status::differs || result.judgement.status == Status::could_not_run;
}

std::string wrong_rows(const Report& report) {
  std::string rows;
  for (const Manifest& manifest : report.manifests) {
    for (const Problem& problem : manifest.problems) {
      rows += fmt::format("| {} | could not run | {} |\n", cell(place_text(manifest, problem)),
                          cell(problem.message));
    }
  }
  for (const CaseResult& result : report.results) {
    if (!is_wrong(result)) continue;
    const std::string why =
        result.judgement.reason.empty() ? differences_text(result.judgement) : result.judgement.reason;
    rows += fmt::format("| {} | {} | {} |\n", cell(title(*result.what.model)), name(result.judgement.status),
                        cell(why));
  }
  return rows;
}

std::string all_rows(const Report& report) {
  std::string rows;
  for (const CaseResult& result : report.results) {
    const std::string found =
        result.seen && result.judgement.reason.empty() ? figures_text(*result.seen) : result.judgement.reason;
    rows += fmt::format("| {} | {} | {} | {:.1f} s |\n", cell(title(*result.what.model)),
                        name(result.judgement.status), cell(found), result.seconds);
  }
  return rows;
}

}  // namespace

std::string markdown(const Report& report) {
  std::string text =
      fmt::format("## synod gate: {}\n\n{}", name(conclusion_of(report)), summary_text(report));
  if (const std::string rows = wrong_rows(report); !rows.empty())
    text += "\n| model | | what |\n|---|---|---|\n" + rows;
  if (report.results.empty()) return text;
  return text +
         "\n<details><summary>All models</summary>\n\n| model | | found | time |\n|---|---|---|---:|\n" +
         all_rows(report) + "\n</details>\n";
}

}  // namespace synod::gate

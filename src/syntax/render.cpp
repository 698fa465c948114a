// How a diagnostic is shown. Source text is untrusted: what could steer a terminal is replaced before
// it is shown.
#include <algorithm>
#include <string>
#include <string_view>

#include "syntax/diagnostic.hpp"
#include "syntax/text.hpp"

namespace synod::syntax {

namespace {

constexpr std::uint32_t excerpt_width =
    120;  ///< columns of a line that are shown, so that a huge line does not drown it
constexpr std::uint32_t context_before = 60;  ///< columns shown before the caret when a line is cut

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view red = "\x1b[1;31m";
constexpr std::string_view yellow = "\x1b[1;33m";
constexpr std::string_view cyan = "\x1b[1;36m";
constexpr std::string_view reset = "\x1b[0m";

std::string painted(std::string_view text, std::string_view paint, bool colour) {
  if (!colour) return std::string(text);
  return std::string(paint).append(text).append(reset);
}

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "error";
}

std::string_view paint(Severity severity) {
  if (severity == Severity::error) return red;
  return severity == Severity::warning ? yellow : cyan;
}

bool is_control(char32_t point) { return point < 0x20 || (point >= 0x7F && point < 0xA0); }

/// Characters that change the direction or visibility of what follows.
bool is_invisible_format(char32_t point) {
  return (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF;
}

void append_shown(std::string& out, std::string_view bytes, const CodePoint& point) {
  if (!point.valid || is_control(point.value) || is_invisible_format(point.value)) {
    out += "\xEF\xBF\xBD";
  } else {
    out += bytes;
  }
}

/// The text between two columns (first included, last not), tabs as spaces.
std::string excerpt(std::string_view line, std::uint32_t first, std::uint32_t last) {
  std::string out;
  std::uint32_t column = 1;
  for (std::size_t at = 0; at < line.size() && column < last;) {
    const CodePoint point = decode(line, at);
    const std::uint32_t next = next_column(point.value, column);
    if (point.value == U'\t') {
      const std::uint32_t from = std::max(column, first);
      const std::uint32_t to = std::min(next, last);
      if (to > from) out.append(to - from, ' ');
    } else if (column >= first) {
      append_shown(out, line.substr(at, point.length), point);
    }
    column = next;
    at += point.length;
  }
  return out;
}

/// The source line with the span marked below it: "  12 | x == y" and "     |      ^".
std::string marked_line(const Span& span, const SourceMap& sources, std::string_view mark_paint,
                        bool colour) {
  const std::string_view line = sources.get(span.source).line(span.begin.line);
  const std::uint32_t begin = std::max<std::uint32_t>(span.begin.column, 1);
  const std::uint32_t first = begin > excerpt_width - 20 ? begin - context_before : 1;
  const std::uint32_t last = first + excerpt_width;
  const std::uint32_t line_end = column_of(line, line.size());

  std::uint32_t end = span.end.line > span.begin.line ? line_end : span.end.column + 1;
  end = std::clamp(end, begin + 1, std::max(last, begin + 1));
  const std::string cut_before = first > 1 ? "..." : "";
  const std::string cut_after = line_end > last ? "..." : "";

  std::string number = std::to_string(span.begin.line);
  if (number.size() < 4) number.insert(0, 4 - number.size(), ' ');
  const std::string mark = "^" + std::string(end - begin - 1, '~');
  return number + " | " + cut_before + excerpt(line, first, last) + cut_after + "\n" +
         std::string(number.size(), ' ') + " | " + std::string(cut_before.size() + (begin - first), ' ') +
         painted(mark, mark_paint, colour) + "\n";
}

std::string place(const Span& span, const SourceMap& sources) {
  return sources.get(span.source).path + ":" + std::to_string(span.begin.line) + ":" +
         std::to_string(span.begin.column) + ": ";
}

}  // namespace

std::string render(const Diagnostic& diagnostic, const SourceMap& sources, bool colour) {
  const Severity severity = diagnostic.severity;
  std::string out;
  if (diagnostic.span.known()) out += painted(place(diagnostic.span, sources), bold, colour);
  const std::string heading = std::string(word(severity)) + "[" + std::string(name(diagnostic.code)) + "]: ";
  out += painted(heading, paint(severity), colour) + painted(diagnostic.message, bold, colour) + "\n";
  if (diagnostic.span.known()) out += marked_line(diagnostic.span, sources, paint(severity), colour);
  if (!diagnostic.expected.empty()) out += "     = expected: " + diagnostic.expected + "\n";
  for (const Note& note : diagnostic.notes) {
    if (note.span.known()) {
      out += painted(place(note.span, sources), bold, colour) + painted("note: ", cyan, colour) + note.text +
             "\n" + marked_line(note.span, sources, cyan, colour);
    } else {
      out += "     = note: " + note.text + "\n";
    }
  }
  return out;
}

}  // namespace synod::syntax

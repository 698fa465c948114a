#include <fmt/format.h>

#include "report/text.hpp"
#include "report/value_text.hpp"

namespace synod::report {
namespace {

using explore::TraceStep;
using values::Value;

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view cyan = "\x1b[36m";
constexpr std::string_view reset = "\x1b[0m";

std::string painted(std::string_view text, std::string_view paint, bool colour) {
  return colour ? fmt::format("{}{}{}", paint, text, reset) : std::string(text);
}

/// What one state shows: its variables, or the fields of its ALIAS.
using Fields = std::vector<std::pair<std::string, Value>>;

class TraceText {
 public:
  TraceText(const trace::Verdict& verdict, const syntax::SourceMap& sources, const TextOptions& options)
      : verdict_(verdict), sources_(sources), options_(options) {}

  std::string run() {
    const std::vector<TraceStep>& trace = verdict_.result.trace;
    for (std::size_t i = 0; i < trace.size(); ++i) {
      write_header(i + 1, label_text(trace[i].label, sources_));
      const Fields now = fields_of(i);
      const Fields before = i > 0 ? fields_of(i - 1) : Fields{};
      write_state(now, i > 0 ? &before : nullptr);
    }
    write_partial();
    write_loop();
    return std::move(out_);
  }

 private:
  Fields fields_of(std::size_t i) const {
    if (!verdict_.aliases.empty()) return verdict_.aliases[i];
    return fields_of(verdict_.result.trace[i].state);
  }
  Fields fields_of(const std::vector<Value>& state) const {
    Fields fields;
    for (std::size_t i = 0; i < state.size(); ++i) fields.emplace_back(verdict_.variables[i], state[i]);
    return fields;
  }

  void write_header(std::size_t number, const std::string& label) {
    out_ += painted(fmt::format("State {}:", number), bold, options_.colour) + " " +
            painted(label, cyan, options_.colour) + "\n";
  }

  void write_state(const Fields& now, const Fields* before) {
    const std::string bullet = now.size() > 1 ? "/\\ " : "";
    std::size_t shown = 0;
    for (std::size_t i = 0; i < now.size(); ++i) {
      const Value* old = before != nullptr && i < before->size() && (*before)[i].first == now[i].first
                             ? &(*before)[i].second
                             : nullptr;
      const bool same = old != nullptr && is_same(*old, now[i].second);
      if (same && !options_.full_trace) continue;
      write_field(bullet, now[i].first, now[i].second, same ? nullptr : old);
      ++shown;
    }
    if (shown == 0 && !now.empty()) out_ += "\\* nothing changed\n";
    out_ += "\n";
  }

  /// Values of states are interned: equal ones are the same word. Those of an ALIAS too.
  static bool is_same(Value a, Value b) { return a == b; }

  /// `old`: the value before, when it was another.
  void write_field(const std::string& bullet, const std::string& name, Value value, const Value* old) {
    const std::string head = bullet + name + " = ";
    const std::string shown = wrapped(value, head.size(), options_.width);
    const bool mark = old != nullptr && options_.full_trace;
    out_ += mark ? painted(head + shown, bold, options_.colour) : head + shown;
    if (mark && shown.find('\n') == std::string::npos)
      out_ += painted("  \\* changed", cyan, options_.colour);
    out_ += "\n";
    // A long value hides what is new in it.
    if (old == nullptr || shown.find('\n') == std::string::npos) return;
    const std::string change = describe_change(name, *old, value, 2 * options_.width);
    if (!change.empty())
      out_ += painted(std::string(bullet.size(), ' ') + "\\* " + change, cyan, options_.colour) + "\n";
  }

  /// Where the behaviour goes from its last state, again and again.
  void write_loop() {
    const explore::Result& result = verdict_.result;
    if (!result.loop_start) return;
    const std::size_t last = result.trace.size();
    if (result.loop_repeats_view) {
      out_ += painted(fmt::format("Back to the VIEW of state {}", *result.loop_start + 1), bold,
                      options_.colour) +
              fmt::format("\n\\* state {} is another one, from which the loop goes on\n\n", last);
      return;
    }
    if (*result.loop_start + 1 == last) {
      out_ += painted(fmt::format("State {}: Stuttering", last + 1), bold, options_.colour) +
              "\n\\* nothing changes any more\n\n";
      return;
    }
    out_ += painted(fmt::format("Back to state {}:", *result.loop_start + 1), bold, options_.colour) + " " +
            painted(label_text(result.loop_label, sources_), cyan, options_.colour) + "\n\n";
  }

  /// The successor that some action left incomplete.
  void write_partial() {
    const explore::Result& result = verdict_.result;
    if (result.partial_successor.empty()) return;
    write_header(result.trace.size() + 1, label_text(verdict_.partial_label, sources_));
    const std::string bullet = result.partial_successor.size() > 1 ? "/\\ " : "";
    for (const auto& [name, value] : fields_of(result.partial_successor))
      write_field(bullet, name, value, nullptr);
    out_ += "\n";
  }

  const trace::Verdict& verdict_;
  const syntax::SourceMap& sources_;
  const TextOptions& options_;
  std::string out_;
};

}  // namespace

std::string call_text(const program::ActionLabel& label) {
  std::string text = label.name.empty() ? "Action" : label.name;  // as TLC calls one without a name
  for (std::size_t i = 0; i < label.arguments.size(); ++i) {
    text += (i == 0 ? "(" : ", ") + values::to_string(label.arguments[i]);
  }
  return label.arguments.empty() ? text : text + ")";
}

std::string label_text(const program::ActionLabel& label, const syntax::SourceMap& sources) {
  if (!label.span.known() || label.name == "Initial predicate") return fmt::format("<{}>", call_text(label));
  return fmt::format("<{} {}>", call_text(label), syntax::describe(label.span, sources));
}

std::string fields_text(const trace::Alias& fields, const TextOptions& options) {
  std::string text;
  for (const auto& [name, value] : fields) {
    const std::string head = (fields.size() > 1 ? "/\\ " : "") + name + " = ";
    text += head + wrapped(value, head.size(), options.width) + "\n";
  }
  return text;
}

std::string trace_text(const trace::Verdict& verdict, const syntax::SourceMap& sources,
                       const TextOptions& options) {
  return TraceText(verdict, sources, options).run();
}

}  // namespace synod::report

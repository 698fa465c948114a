#include "report/value_text.hpp"

#include <algorithm>
#include <vector>

#include "base/evaluation_error.hpp"

namespace synod::report {
namespace {

using values::Kind;
using values::Value;

/// Columns that a text takes: its code points.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool prints_as_record(Value v) {
  if (!values::is_record(v)) return false;
  for (std::size_t i = 0; i < values::size(v); ++i) {
    if (!values::is_identifier(values::domain_point(v, i).text())) return false;
  }
  return true;
}

class Wrapper {
 public:
  explicit Wrapper(std::size_t width) : width_(width) {}

  /// `after` columns must stay free behind the value on its last line.
  std::string write(Value v, std::size_t column, std::size_t after) {
    std::string flat = values::to_string(v);
    if (column + columns(flat) + after <= width_) return flat;
    switch (v.kind()) {
      case Kind::set:
        return list("{ ", " }", values::elements(v), column, after);
      case Kind::tuple:
        return list("<< ", " >>", values::range_of(v), column, after);
      case Kind::function:
        return prints_as_record(v) ? record(v, column, after) : function(v, column, after);
      default:
        return flat;
    }
  }

 private:
  static std::string line_break(std::size_t column) { return "\n" + std::string(column, ' '); }

  std::string list(const std::string& open, const std::string& close, std::span<const Value> items,
                   std::size_t column, std::size_t after) {
    if (items.empty()) return open.substr(0, open.size() - 1) + close.substr(1);
    const std::size_t inner = column + open.size();
    std::string text = open;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const bool last = i + 1 == items.size();
      text += write(items[i], inner, last ? close.size() + after : 1);
      if (!last) text += "," + line_break(inner);
    }
    return text + close;
  }

  std::string record(Value v, std::size_t column, std::size_t after) {
    std::string text = "[ ";
    for (std::size_t i = 0; i < values::size(v); ++i) {
      const bool last = i + 1 == values::size(v);
      const std::string head = values::domain_point(v, i).text() + " |-> ";
      text += head + write(values::range_of(v)[i], column + 2 + columns(head), last ? 2 + after : 1);
      if (!last) text += "," + line_break(column + 2);
    }
    return text + " ]";
  }

  std::string function(Value v, std::size_t column, std::size_t after) {
    std::string text = "( ";
    for (std::size_t i = 0; i < values::size(v); ++i) {
      const bool last = i + 1 == values::size(v);
      const std::string key = write(values::domain_point(v, i), column + 2, 4);
      const std::size_t key_end = key.find('\n') == std::string::npos
                                      ? column + 2 + columns(key)
                                      : columns(std::string_view(key).substr(key.rfind('\n') + 1));
      text += key + " :> " + write(values::range_of(v)[i], key_end + 4, last ? 2 + after : 3);
      if (!last) text += " @@" + line_break(column + 2);
    }
    return text + " )";
  }

  std::size_t width_;
};

/// Elements of `from` that `other` does not have. Both are sorted.
std::string missing_in(Value other, Value from) {
  const std::span<const Value> there = values::elements(other);
  std::string text;
  for (const Value v : values::elements(from)) {
    const bool found = std::binary_search(there.begin(), there.end(), v,
                                          [](Value a, Value b) { return values::compare(a, b) < 0; });
    if (!found) text += (text.empty() ? "" : ", ") + values::to_string(v);
  }
  return text;
}

/// Values that cannot be compared are not the same.
bool same(Value a, Value b) {
  try {
    return a == b || (a.kind() == b.kind() && values::equal(a, b));
  } catch (const EvaluationError&) {
    return false;
  }
}

bool same_domain(Value f, Value g) {
  if (values::size(f) != values::size(g)) return false;
  for (std::size_t i = 0; i < values::size(f); ++i) {
    if (!same(values::domain_point(f, i), values::domain_point(g, i))) return false;
  }
  return true;
}

/// What changed, one place after the other: `votes[a2].bal: 0 became 1`.
class Changes {
 public:
  void collect(const std::string& path, Value before, Value now) {
    if (before.kind() == Kind::set && now.kind() == Kind::set) {
      collect_set(path, before, now);
    } else if (values::is_function(before.kind()) && values::is_function(now.kind()) &&
               same_domain(before, now)) {
      collect_function(path, before, now);
    } else {
      add(path + ": " + values::to_string(before) + " became " + values::to_string(now));
    }
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void add(const std::string& change) { text_ += (text_.empty() ? "" : "; ") + change; }

  void collect_set(const std::string& path, Value before, Value now) {
    const std::string added = missing_in(before, now);
    const std::string removed = missing_in(now, before);
    if (!added.empty()) add(path + " gained " + added);
    if (!removed.empty()) add(path + " lost " + removed);
  }

  void collect_function(const std::string& path, Value before, Value now) {
    const bool record = prints_as_record(now);
    for (std::size_t i = 0; i < values::size(now); ++i) {
      const Value old = values::range_of(before)[i];
      const Value value = values::range_of(now)[i];
      if (same(old, value)) continue;
      const Value point = values::domain_point(now, i);
      collect(path + (record ? "." + point.text() : "[" + values::to_string(point) + "]"), old, value);
    }
  }

  std::string text_;
};

}  // namespace

std::string wrapped(Value value, std::size_t column, std::size_t width) {
  if (value.is_none()) return "null";
  return Wrapper(width).write(value, column, 0);
}

std::string describe_change(const std::string& name, Value before, Value now, std::size_t width) {
  Changes changes;
  try {
    changes.collect(name, before, now);
  } catch (const EvaluationError&) {
    return "";  // values that cannot be compared with each other
  }
  return columns(changes.text()) <= width ? changes.text() : "";
}

}  // namespace synod::report

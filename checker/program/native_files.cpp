// Files: those of Json, of CSV and of IOUtils.
#include <algorithm>
#include <set>

#include "base/format_template.hpp"
#include "program/code.hpp"
#include "program/json.hpp"
#include "program/native.hpp"

namespace synod::program {

using semantics::Native;

namespace {

Value string_value(const std::string& text) { return Value::string(values::atoms().string(text)); }

/// What an operator that handles a file has at hand.
struct FileOperator {
  const Node& node;
  Frame& frame;
  const char* name;

  [[noreturn]] void fail(const std::string& message) const {
    node.fail(EvaluationFault::unforeseen, std::string(name) + " " + message);
  }

  /// As TLC says it.
  [[noreturn]] void fail_argument(const char* which, const char* wanted, Value got) const {
    node.fail(EvaluationFault::unforeseen, std::string("The ") + which + " argument of " + name +
                                               " should be a " + wanted + ", but instead it is:\n" +
                                               values::to_string(got));
  }

  [[nodiscard]] std::span<const Value> sequence(Value v, const char* which) const {
    const Value s = component(*frame.context, v);
    if (s.kind() != Kind::tuple) fail_argument(which, "sequence", s);
    return values::range_of(s);
  }

  [[nodiscard]] const std::string& string(Value v, const char* what) const {
    if (!v.is_string())
      fail(std::string("needs a string as ") + what + ", but got " + values::to_string(v) + ".");
    return v.text();
  }

  [[nodiscard]] bool boolean(Value v, const char* what) const {
    if (!v.is_boolean())
      fail(std::string("needs TRUE or FALSE as ") + what + ", but got " + values::to_string(v) + ".");
    return v.as_boolean();
  }

  [[nodiscard]] FileContent content(const std::string& file) const {
    return frame.context->outside.read(name, file);
  }

  /// The content of a file that has to be there.
  [[nodiscard]] std::string text(const std::string& file) const {
    FileContent read = content(file);
    if (!read.content) fail("cannot read " + file + ": " + read.problem + ".");
    return std::move(*read.content);
  }

  void write(const std::string& file, const std::string& text, const Writing& how) const {
    const std::string problem = frame.context->outside.write(name, file, text, how);
    if (!problem.empty()) fail("cannot write " + file + ": " + problem + ".");
  }

  void append_line(const std::string& file, const std::string& line) const {
    Writing how;
    how.append = true;
    write(file, line + "\n", how);
  }
};

/// The lines of a text; one that ends it need not end in a line break.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

constexpr Writing with_folders{.make_folders = true};

Value json_serialize(const Node& node, Frame& f, std::span<const Value> a) {
  const FileOperator op{node, f, "JsonSerialize"};
  const std::string& file = op.string(a[0], "the file's name");
  const Value v = component(*f.context, a[1]);
  if (!values::is_function(v.kind())) op.fail_argument("second", "sequence or record", v);
  op.write(file, json_text(v), with_folders);
  return Value::boolean(true);
}

Value json_deserialize(const Node& node, Frame& f, std::span<const Value> a) {
  const FileOperator op{node, f, "JsonDeserialize"};
  const std::string& file = op.string(a[0], "the file's name");
  return value_of_json(*f.context, op.text(file), file);
}

Value nd_json_serialize(const Node& node, Frame& f, std::span<const Value> a) {
  const FileOperator op{node, f, "ndJsonSerialize"};
  const std::string& file = op.string(a[0], "the file's name");
  std::string text;
  for (const Value item : op.sequence(a[1], "second")) text += json_text(item) + "\n";
  op.write(file, text, with_folders);
  return Value::boolean(true);
}

Value nd_json_deserialize(const Node& node, Frame& f, std::span<const Value> a) {
  const FileOperator op{node, f, "ndJsonDeserialize"};
  const std::string& file = op.string(a[0], "the file's name");
  const std::string text = op.text(file);
  std::vector<Value> items;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    items.push_back(value_of_json(*f.context, line, "Line " + std::to_string(number) + " of " + file));
  }
  return values::make_tuple(f.context->arena, items);
}

Value csv_write(const Node& node, Frame& f, std::span<const Value> a) {
  const FileOperator op{node, f, "CSVWrite"};
  std::vector<std::string> fields;
  const std::string& text = op.string(a[0], "the template");
  for (const Value v : op.sequence(a[1], "second")) fields.push_back(values::to_string(v));
  op.append_line(op.string(a[2], "the file's name"), filled_template(text, fields));
  return Value::boolean(true);
}

Value csv_write_record(const Node& node, Frame& f, std::span<const Value> a) {
  const FileOperator op{node, f, "CSVWriteRecord"};
  const Value record = component(*f.context, a[0]);
  if (!values::is_record(record)) op.fail_argument("first", "record", record);
  const std::string& delimiter = op.string(a[1], "the delimiter");
  std::string names, items;
  for (std::size_t i = 0; i < values::size(record); ++i) {
    if (i > 0) names += delimiter, items += delimiter;
    names += values::domain_point(record, i).text();
    items += values::to_string(values::range_of(record)[i]);
  }
  const std::string& file = op.string(a[3], "the file's name");
  if (op.boolean(a[2], "the choice of headers")) op.append_line(file, names);
  op.append_line(file, items);
  return Value::boolean(true);
}

Value csv_read(const Node& node, Frame& f, std::span<const Value> a) {
  const FileOperator op{node, f, "CSVRead"};
  std::vector<values::AtomId> names;
  for (const Value v : op.sequence(a[0], "first"))
    names.push_back(values::atoms().string(op.string(v, "a column")));
  const std::string& delimiter = op.string(a[1], "the delimiter");
  if (delimiter.empty() || names.empty()) op.fail("needs a delimiter and a column.");
  const std::string& file = op.string(a[2], "the file's name");
  if (op.content(file).missing) return values::empty_tuple();
  const std::string text = op.text(file);
  const bool distinct = std::set(names.begin(), names.end()).size() == names.size();
  std::vector<Value> records;
  for (std::string_view line : lines_of(text)) {
    std::vector<Value> fields;
    for (bool more = true; more;) {
      const std::size_t end = line.find(delimiter);
      more = end != std::string_view::npos;
      fields.push_back(string_value(std::string(line.substr(0, end))));
      if (more) line.remove_prefix(end + delimiter.size());
    }
    if (fields.size() != names.size()) {
      op.fail("found " + std::to_string(fields.size()) + " fields in line " +
              std::to_string(records.size() + 1) + " of " + file + ", but there are " +
              std::to_string(names.size()) + " columns.");
    }
    if (!distinct) op.fail("needs different names of columns.");
    records.push_back(values::make_record(f.context->arena, names, fields));
  }
  return values::make_tuple(f.context->arena, records);
}

Value csv_records(const Node& node, Frame& f, std::span<const Value> a) {
  const FileOperator op{node, f, "CSVRecords"};
  const std::string& file = op.string(a[0], "the file's name");
  if (op.content(file).missing) return Value::small_integer(0);
  return Value::small_integer(static_cast<std::int64_t>(lines_of(op.text(file)).size()));
}

void refuse_compression(const FileOperator& op, Value compressed) {
  if (!op.boolean(compressed, "the choice of compression")) return;
  op.node.fail(EvaluationFault::refused, std::string(op.name) + " does not compress: pass FALSE.");
}

Value io_serialize(const Node& node, Frame& f, std::span<const Value> a) {
  const FileOperator op{node, f, "IOSerialize"};
  const std::string& file = op.string(a[1], "the file's name");
  refuse_compression(op, a[2]);
  op.write(file, exact_text(component(*f.context, a[0])) + "\n", {});
  return Value::boolean(true);
}

Value io_deserialize(const Node& node, Frame& f, std::span<const Value> a) {
  const FileOperator op{node, f, "IODeserialize"};
  const std::string& file = op.string(a[0], "the file's name");
  refuse_compression(op, a[1]);
  return value_of_exact(*f.context, op.text(file), file);
}

}  // namespace

NativeFunction file_function(Native native) {
  switch (native) {
    case Native::json_serialize:
      return json_serialize;
    case Native::json_deserialize:
      return json_deserialize;
    case Native::nd_json_serialize:
      return nd_json_serialize;
    case Native::nd_json_deserialize:
      return nd_json_deserialize;
    case Native::csv_write:
      return csv_write;
    case Native::csv_write_record:
      return csv_write_record;
    case Native::csv_read:
      return csv_read;
    case Native::csv_records:
      return csv_records;
    case Native::io_serialize:
      return io_serialize;
    case Native::io_deserialize:
      return io_deserialize;
    default:
      return nullptr;
  }
}

}  // namespace synod::program

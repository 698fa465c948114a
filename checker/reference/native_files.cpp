// Files: those of Json, of CSV and of IOUtils.
#include <sstream>

#include "base/format_template.hpp"
#include "reference/json.hpp"
#include "reference/natives.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

/// The call of an operator that handles a file.
struct FileCall {
  const NativeCall& call;
  const char* name;

  [[nodiscard]] Outside& outside() const { return *call.evaluator.options().outside; }

  [[nodiscard]] std::string string(std::size_t i) const {
    const Value value = call.argument(i);
    if (!value.is(ValueKind::string)) fail_argument(EvaluationFault::argument, i, name, "string", value);
    return value.as_string();
  }

  [[nodiscard]] bool boolean(std::size_t i) const {
    const Value value = call.argument(i);
    if (!value.is(ValueKind::boolean)) fail_argument(EvaluationFault::argument, i, name, "boolean", value);
    return value.as_boolean();
  }

  [[nodiscard]] Elements sequence(std::size_t i) const {
    const Value value = normalised(call.argument(i));
    Elements elements;
    if (!as_tuple(value, elements)) fail_argument(EvaluationFault::argument, i, name, "sequence", value);
    return elements;
  }

  [[nodiscard]] std::string content(const std::string& file) const {
    const FileContent read = outside().read(name, file);
    if (!read.content)
      fail(EvaluationFault::argument, std::string(name) + " cannot read " + file + ": " + read.problem + ".");
    return *read.content;
  }

  [[nodiscard]] Value write(const std::string& file, const std::string& text, const Writing& how) const {
    const std::string problem = outside().write(name, file, text, how);
    if (problem.empty()) return Value::boolean(true);
    fail(EvaluationFault::argument, std::string(name) + " cannot write " + file + ": " + problem + ".");
  }
};

constexpr Writing with_folders{.make_folders = true};
constexpr Writing at_the_end{.append = true};

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(std::move(line));
  }
  return lines;
}

Value json_serialize(const FileCall& op) {
  const std::string file = op.string(0);
  const Value value = normalised(op.call.argument(1));
  if (!value.is(ValueKind::function))
    fail_argument(EvaluationFault::argument, 1, op.name, "sequence or record", value);
  return op.write(file, json_text(value), with_folders);
}

Value json_deserialize(const FileCall& op) {
  const std::string file = op.string(0);
  return value_of_json(op.content(file), file);
}

Value nd_json_serialize(const FileCall& op) {
  const std::string file = op.string(0);
  std::string text;
  for (const Value& value : op.sequence(1)) text += json_text(value) + "\n";
  return op.write(file, text, with_folders);
}

Value nd_json_deserialize(const FileCall& op) {
  const std::string file = op.string(0);
  Elements values;
  const std::vector<std::string> lines = lines_of(op.content(file));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool blank = lines[i].find_first_not_of(" \t") == std::string::npos;
    if (!blank) values.push_back(value_of_json(lines[i], "Line " + std::to_string(i + 1) + " of " + file));
  }
  return Value::tuple(std::move(values));
}

Value csv_write(const FileCall& op) {
  const std::string text_template = op.string(0);
  std::vector<std::string> fields;
  for (const Value& value : op.sequence(1)) fields.push_back(text(value));
  return op.write(op.string(2), filled_template(text_template, fields) + "\n", at_the_end);
}

Value csv_write_record(const FileCall& op) {
  const Value record = normalised(op.call.argument(0));
  const std::string delimiter = op.string(1);
  if (!record.is(ValueKind::function) || pairs_of(record).empty() || !is_record(record))
    fail_argument(EvaluationFault::argument, 0, op.name, "record", record);
  std::string names;
  std::string values;
  for (const auto& [name, value] : pairs_of(record)) {
    const std::string between = names.empty() && values.empty() ? "" : delimiter;
    names += between + name.as_string();
    values += between + text(value);
  }
  const std::string file = op.string(3);
  if (op.boolean(2)) static_cast<void>(op.write(file, names + "\n", at_the_end));
  return op.write(file, values + "\n", at_the_end);
}

std::vector<std::string> fields_of(const std::string& line, const std::string& delimiter) {
  std::vector<std::string> fields;
  std::size_t begin = 0;
  for (std::size_t end = line.find(delimiter); end != std::string::npos; end = line.find(delimiter, begin)) {
    fields.push_back(line.substr(begin, end - begin));
    begin = end + delimiter.size();
  }
  fields.push_back(line.substr(begin));
  return fields;
}

Value csv_read(const FileCall& op) {
  const Elements columns = op.sequence(0);
  for (const Value& column : columns) {
    if (!column.is(ValueKind::string))
      fail_argument(EvaluationFault::argument, 0, op.name, "sequence of strings", column);
  }
  const std::string delimiter = op.string(1);
  if (delimiter.empty() || columns.empty())
    fail(EvaluationFault::argument, "CSVRead needs a delimiter and a column.");
  const std::string file = op.string(2);
  if (op.outside().read(op.name, file).missing) return Value::tuple({});
  Elements records;
  for (const std::string& line : lines_of(op.content(file))) {
    const std::vector<std::string> fields = fields_of(line, delimiter);
    if (fields.size() != columns.size()) {
      fail(EvaluationFault::argument, "CSVRead found " + std::to_string(fields.size()) + " fields in line " +
                                          std::to_string(records.size() + 1) + " of " + file +
                                          ", but there are " + std::to_string(columns.size()) + " columns.");
    }
    std::vector<std::pair<std::string, Value>> record;
    for (std::size_t i = 0; i < fields.size(); ++i)
      record.emplace_back(columns[i].as_string(), Value::string(fields[i]));
    records.push_back(Value::record(std::move(record)));
  }
  return Value::tuple(std::move(records));
}

Value csv_records(const FileCall& op) {
  const std::string file = op.string(0);
  if (op.outside().read(op.name, file).missing) return Value::integer(0);
  return Value::integer(static_cast<std::int64_t>(lines_of(op.content(file)).size()));
}

void refuse_compression(const FileCall& op, std::size_t i) {
  if (op.boolean(i)) fail(EvaluationFault::refused, std::string(op.name) + " does not compress: pass FALSE.");
}

Value io_serialize(const FileCall& op) {
  const Value value = normalised(op.call.argument(0));
  const std::string file = op.string(1);
  refuse_compression(op, 2);
  return op.write(file, exact_text(value) + "\n", {});
}

Value io_deserialize(const FileCall& op) {
  const std::string file = op.string(0);
  refuse_compression(op, 1);
  return value_of_exact(op.call.evaluator.model(), op.content(file), file);
}

}  // namespace

Value file_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::json_serialize:
      return json_serialize({call, "JsonSerialize"});
    case Native::json_deserialize:
      return json_deserialize({call, "JsonDeserialize"});
    case Native::nd_json_serialize:
      return nd_json_serialize({call, "ndJsonSerialize"});
    case Native::nd_json_deserialize:
      return nd_json_deserialize({call, "ndJsonDeserialize"});
    case Native::csv_write:
      return csv_write({call, "CSVWrite"});
    case Native::csv_write_record:
      return csv_write_record({call, "CSVWriteRecord"});
    case Native::csv_read:
      return csv_read({call, "CSVRead"});
    case Native::csv_records:
      return csv_records({call, "CSVRecords"});
    case Native::io_serialize:
      return io_serialize({call, "IOSerialize"});
    case Native::io_deserialize:
      return io_deserialize({call, "IODeserialize"});
    default:
      return {};
  }
}

}  // namespace synod::reference

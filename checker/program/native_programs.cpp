// What else IOUtils has: texts in files, programs, the environment, numbers in strings.
#include <charconv>
#include <optional>

#include "base/format_template.hpp"
#include "program/code.hpp"
#include "program/native.hpp"

namespace synod::program {

using semantics::Native;

namespace {

Value string_value(const std::string& text) { return Value::string(values::atoms().string(text)); }

Value outcome(Frame& f, int exit_value, const std::string& out, const std::string& err) {
  auto& atoms = values::atoms();
  const values::AtomId names[] = {atoms.string("exitValue"), atoms.string("stdout"), atoms.string("stderr")};
  const Value items[] = {Value::small_integer(exit_value), string_value(out), string_value(err)};
  return values::make_record(f.context->arena, names, items);
}

/// A string field of the options, or none.
std::optional<std::string> option(Value options, std::string_view name) {
  if (!values::is_record(options)) return std::nullopt;
  const std::ptrdiff_t i = values::find_point(options, Value::string(values::atoms().string(name)));
  if (i < 0 || !values::range_of(options)[static_cast<std::size_t>(i)].is_string()) return std::nullopt;
  return values::range_of(options)[static_cast<std::size_t>(i)].text();
}

void require_text_format(const Node& node, const char* by, Value options) {
  if (option(options, "format") == "TXT") return;
  node.fail(EvaluationFault::refused, std::string(by) +
                                          " knows only [format |-> \"TXT\"], but the options are " +
                                          values::to_string(options) + ".");
}

/// Whether the options name a character set that this writes and reads.
bool known_charset(Value options) {
  const auto charset = option(options, "charset");
  return charset == "UTF-8" || charset == "US-ASCII";
}

/// openOptions, with the meaning that they have in Java; nothing when they have none.
std::optional<Writing> writing(Value options) {
  const std::ptrdiff_t i = values::find_point(options, Value::string(values::atoms().string("openOptions")));
  if (i < 0) return std::nullopt;
  const Value chosen = values::range_of(options)[static_cast<std::size_t>(i)];
  if (chosen.kind() != Kind::tuple) return std::nullopt;
  if (values::size(chosen) == 0) return Writing{};
  Writing how{.create = false, .truncate = false};
  for (const Value v : values::range_of(chosen)) {
    const std::string name = v.is_string() ? v.text() : "";
    if (name == "CREATE") {
      how.create = true;
    } else if (name == "CREATE_NEW") {
      how.create_new = true;
    } else if (name == "APPEND") {
      how.append = true;
    } else if (name == "TRUNCATE_EXISTING") {
      how.truncate = true;
    } else if (name != "WRITE" && name != "SYNC" && name != "DSYNC" && name != "SPARSE") {
      return std::nullopt;
    }
  }
  if (how.append && how.truncate) return std::nullopt;
  return how;
}

Value serialize_text(const Node& node, Frame& f, std::span<const Value> a) {
  const Value options = component(*f.context, a[2]);
  require_text_format(node, "Serialize", options);
  const auto how = writing(options);
  if (!a[0].is_string() || !a[1].is_string() || !known_charset(options) || !how)
    return outcome(f, 1, "", "Serialize error invalid parameters");
  const std::string problem = f.context->outside.write("Serialize", a[1].text(), a[0].text(), *how);
  if (!problem.empty()) return outcome(f, 1, "", "Serialize error writing to the file: " + problem);
  return outcome(f, 0, "Finish writing to the file with success!", "");
}

Value deserialize_text(const Node& node, Frame& f, std::span<const Value> a) {
  const Value options = component(*f.context, a[1]);
  require_text_format(node, "Deserialize", options);
  if (!a[0].is_string() || !known_charset(options))
    return outcome(f, 1, "", "Deserialize error invalid parameters");
  const FileContent read = f.context->outside.read("Deserialize", a[0].text());
  if (!read.content) return outcome(f, 1, "", "Deserialize error reading from the file: " + read.problem);
  return outcome(f, 0, *read.content, "");
}

std::vector<std::string> strings(const Node& node, Frame& f, const char* by, Value sequence) {
  std::vector<std::string> all;
  for (const Value v : values::range_of(sequence_operand(node, f, component(*f.context, sequence)))) {
    if (!v.is_string()) {
      node.fail(EvaluationFault::argument,
                std::string(by) + " takes sequences of strings, but one holds " + values::to_string(v) + ".");
    }
    all.push_back(v.text());
  }
  return all;
}

/// Values of variables that are no strings are given as TLA+ shows them.
EnvironmentVariables variables(const Node& node, Frame& f, const char* by, Value record) {
  const Value given = component(*f.context, record);
  EnvironmentVariables all;
  if (values::is_function(given.kind()) && values::size(given) == 0) return all;
  if (!values::is_record(given)) {
    node.fail(EvaluationFault::argument, std::string(by) +
                                             " takes a record of environment variables, but got " +
                                             values::to_string(given) + ".");
  }
  for (std::size_t i = 0; i < values::size(given); ++i) {
    const Value v = values::range_of(given)[i];
    all[values::domain_point(given, i).text()] = v.is_string() ? v.text() : values::to_string(v);
  }
  return all;
}

Value run(const Node& node, Frame& f, const char* by, const std::vector<std::string>& command,
          const EnvironmentVariables& more) {
  if (command.empty()) node.fail(EvaluationFault::argument, std::string(by) + " was given no program.");
  const Finished ended = f.context->outside.run(by, command, more);
  if (!ended.problem.empty()) {
    node.fail(EvaluationFault::argument,
              std::string(by) + " cannot run " + command.front() + ": " + ended.problem + ".");
  }
  return outcome(f, ended.exit_value, ended.out, ended.err);
}

std::vector<std::string> filled(const Node& node, Frame& f, const char* by, Value command, Value parameters) {
  std::vector<std::string> words = strings(node, f, by, command);
  const std::vector<std::string> values = strings(node, f, by, parameters);
  for (std::string& word : words) word = filled_template(word, values);
  return words;
}

Value io_exec(const Node& node, Frame& f, std::span<const Value> a) {
  return run(node, f, "IOExec", strings(node, f, "IOExec", a[0]), {});
}

Value io_env_exec(const Node& node, Frame& f, std::span<const Value> a) {
  const EnvironmentVariables more = variables(node, f, "IOEnvExec", a[0]);
  return run(node, f, "IOEnvExec", strings(node, f, "IOEnvExec", a[1]), more);
}

Value io_exec_template(const Node& node, Frame& f, std::span<const Value> a) {
  return run(node, f, "IOExecTemplate", filled(node, f, "IOExecTemplate", a[0], a[1]), {});
}

Value io_env_exec_template(const Node& node, Frame& f, std::span<const Value> a) {
  const EnvironmentVariables more = variables(node, f, "IOEnvExecTemplate", a[0]);
  return run(node, f, "IOEnvExecTemplate", filled(node, f, "IOEnvExecTemplate", a[1], a[2]), more);
}

Value io_env(const Node&, Frame& f, std::span<const Value>) {
  std::vector<values::AtomId> names;
  std::vector<Value> items;
  for (const auto& [name, value] : f.context->outside.environment()) {
    names.push_back(values::atoms().string(name));
    items.push_back(string_value(value));
  }
  return names.empty() ? values::empty_tuple() : values::make_record(f.context->arena, names, items);
}

Value atoi(const Node& node, Frame& f, std::span<const Value> a) {
  if (a[0].is_string()) {
    std::string_view text = a[0].text();
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    std::int64_t n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error == std::errc() && end == text.data() + text.size())
      return values::make_integer(f.context->arena, n);
  }
  node.fail(EvaluationFault::argument,
            "The argument of atoi should be a string, but instead it is:\n" + values::to_string(a[0]));
}

}  // namespace

NativeFunction program_function(Native native) {
  switch (native) {
    case Native::serialize_text:
      return serialize_text;
    case Native::deserialize_text:
      return deserialize_text;
    case Native::io_exec:
      return io_exec;
    case Native::io_env_exec:
      return io_env_exec;
    case Native::io_exec_template:
      return io_exec_template;
    case Native::io_env_exec_template:
      return io_env_exec_template;
    case Native::io_env:
      return io_env;
    case Native::atoi:
      return atoi;
    default:
      return nullptr;
  }
}

}  // namespace synod::program

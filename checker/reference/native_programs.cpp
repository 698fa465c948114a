// What else IOUtils has: texts in files, programs, the environment, numbers in strings.
#include <cctype>
#include <optional>

#include "base/format_template.hpp"
#include "reference/natives.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

Outside& outside(const NativeCall& call) { return *call.evaluator.options().outside; }

Value outcome(int exit_value, const std::string& out, const std::string& err) {
  return Value::record({{"exitValue", Value::integer(exit_value)},
                        {"stdout", Value::string(out)},
                        {"stderr", Value::string(err)}});
}

Value option(const Value& options, const char* name) {
  if (!options.is(ValueKind::function) || !is_record(options)) return {};
  return find(options, Value::string(name));
}

bool is_text(const Value& value, const char* text) {
  return value.is(ValueKind::string) && value.as_string() == text;
}

void require_text_format(const char* by, const Value& options) {
  if (is_text(option(options, "format"), "TXT")) return;
  fail(EvaluationFault::refused,
       std::string(by) + " knows only [format |-> \"TXT\"], but the options are:\n" + text(options));
}

bool known_charset(const Value& options) {
  const Value charset = option(options, "charset");
  return is_text(charset, "UTF-8") || is_text(charset, "US-ASCII");
}

/// The open options as Java understands them; nothing when it does not.
std::optional<Writing> writing(const Value& options) {
  const Value chosen = option(options, "openOptions");
  Elements names;
  if (!chosen.defined() || !as_tuple(chosen, names)) return std::nullopt;
  if (names.empty()) return Writing{};
  Writing how;
  how.create = how.truncate = false;
  for (const Value& name : names) {
    const bool no_effect =
        is_text(name, "WRITE") || is_text(name, "SPARSE") || is_text(name, "SYNC") || is_text(name, "DSYNC");
    const bool known = no_effect || is_text(name, "CREATE") || is_text(name, "CREATE_NEW") ||
                       is_text(name, "APPEND") || is_text(name, "TRUNCATE_EXISTING");
    if (!known) return std::nullopt;
    how.create = how.create || is_text(name, "CREATE");
    how.create_new = how.create_new || is_text(name, "CREATE_NEW");
    how.append = how.append || is_text(name, "APPEND");
    how.truncate = how.truncate || is_text(name, "TRUNCATE_EXISTING");
  }
  if (how.append && how.truncate) return std::nullopt;
  return how;
}

Value serialize_text(const NativeCall& call) {
  const Value options = normalised(call.argument(2));
  require_text_format("Serialize", options);
  const Value content = call.argument(0);
  const Value file = call.argument(1);
  const auto how = writing(options);
  const bool valid =
      content.is(ValueKind::string) && file.is(ValueKind::string) && known_charset(options) && how;
  if (!valid) return outcome(1, "", "Serialize error invalid parameters");
  const std::string problem = outside(call).write("Serialize", file.as_string(), content.as_string(), *how);
  return problem.empty() ? outcome(0, "Finish writing to the file with success!", "")
                         : outcome(1, "", "Serialize error writing to the file: " + problem);
}

Value deserialize_text(const NativeCall& call) {
  const Value options = normalised(call.argument(1));
  require_text_format("Deserialize", options);
  const Value file = call.argument(0);
  if (!file.is(ValueKind::string) || !known_charset(options))
    return outcome(1, "", "Deserialize error invalid parameters");
  const FileContent read = outside(call).read("Deserialize", file.as_string());
  return read.content ? outcome(0, *read.content, "")
                      : outcome(1, "", "Deserialize error reading from the file: " + read.problem);
}

std::vector<std::string> strings(const NativeCall& call, std::size_t i, const char* by) {
  const Value value = normalised(call.argument(i));
  Elements elements;
  if (!as_tuple(value, elements)) fail_argument(EvaluationFault::not_a_sequence, i, by, "sequence", value);
  std::vector<std::string> all;
  for (const Value& element : elements) {
    if (!element.is(ValueKind::string))
      fail_argument(EvaluationFault::argument, i, by, "sequence of strings", value);
    all.push_back(element.as_string());
  }
  return all;
}

EnvironmentVariables variables(const NativeCall& call, const char* by) {
  const Value given = normalised(call.argument(0));
  if (!given.is(ValueKind::function) || !is_record(given))
    fail_argument(EvaluationFault::argument, 0, by, "record", given);
  EnvironmentVariables all;
  for (const auto& [name, value] : pairs_of(given))
    all[name.as_string()] = value.is(ValueKind::string) ? value.as_string() : text(value);
  return all;
}

Value run(const NativeCall& call, const char* by, const std::vector<std::string>& command,
          const EnvironmentVariables& more) {
  if (command.empty()) fail(EvaluationFault::argument, std::string(by) + " was given no program.");
  const Finished ended = outside(call).run(by, command, more);
  if (!ended.problem.empty()) {
    fail(EvaluationFault::argument,
         std::string(by) + " cannot run " + command.front() + ": " + ended.problem + ".");
  }
  return outcome(ended.exit_value, ended.out, ended.err);
}

/// The command at argument i, filled in with the parameters at the next.
std::vector<std::string> filled(const NativeCall& call, std::size_t i, const char* by) {
  std::vector<std::string> words = strings(call, i, by);
  const std::vector<std::string> parameters = strings(call, i + 1, by);
  for (std::string& word : words) word = filled_template(word, parameters);
  return words;
}

Value io_env(const NativeCall& call) {
  std::vector<std::pair<std::string, Value>> fields;
  for (const auto& [name, value] : outside(call).environment())
    fields.emplace_back(name, Value::string(value));
  return Value::record(std::move(fields));
}

/// [+-] and digits; in 64 bits.
std::optional<std::int64_t> integer_of(const std::string& text) {
  const bool sign = !text.empty() && (text[0] == '+' || text[0] == '-');
  const bool negative = sign && text[0] == '-';
  if (text.size() == (sign ? 1U : 0U)) return std::nullopt;
  std::int64_t n = 0;
  for (std::size_t i = sign ? 1 : 0; i < text.size(); ++i) {
    if (std::isdigit(static_cast<unsigned char>(text[i])) == 0) return std::nullopt;
    const int digit = text[i] - '0';
    if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, negative ? -digit : digit, &n))
      return std::nullopt;
  }
  return n;
}

Value atoi(const Value& value) {
  if (value.is(ValueKind::string)) {
    if (const auto n = integer_of(value.as_string())) return Value::integer(*n);
  }
  fail(EvaluationFault::argument,
       "The argument of atoi should be a string, but instead it is:\n" + text(value));
}

}  // namespace

Value program_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::serialize_text:
      return serialize_text(call);
    case Native::deserialize_text:
      return deserialize_text(call);
    case Native::io_exec:
      return run(call, "IOExec", strings(call, 0, "IOExec"), {});
    case Native::io_env_exec:
      return run(call, "IOEnvExec", strings(call, 1, "IOEnvExec"), variables(call, "IOEnvExec"));
    case Native::io_exec_template:
      return run(call, "IOExecTemplate", filled(call, 0, "IOExecTemplate"), {});
    case Native::io_env_exec_template:
      return run(call, "IOEnvExecTemplate", filled(call, 1, "IOEnvExecTemplate"),
                 variables(call, "IOEnvExecTemplate"));
    case Native::io_env:
      return io_env(call);
    case Native::atoi:
      return atoi(call.argument(0));
    default:
      return {};
  }
}

}  // namespace synod::reference

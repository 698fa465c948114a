// synod completion: shell completion, generated from the same table as the help.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/command.hpp"
#include "cli/tlc_options.hpp"

namespace synod::cli {
namespace {

using trace::ExitStatus;

struct OptionWords {
  std::vector<std::string> names;  ///< "-w", "--workers"
  std::string help;
  std::string value;  ///< "FILE", "DIR", "N", ...; empty for a flag
};

struct CommandWords {
  std::string name;
  std::string help;
  std::vector<OptionWords> options;
  bool takes_shell = false;  ///< SHELL, and no files
};

/// Those that are taken, in the way of TLC.
std::vector<OptionWords> options_of_tlc() {
  std::vector<OptionWords> options;
  for (const TlcOption& option : tlc_options()) {
    if (option.effect == TlcEffect::refused) continue;
    options.push_back({{std::string(option.name)}, std::string(option.text), std::string(option.value)});
  }
  return options;
}

std::vector<CommandWords> commands_of(const CLI::App& app) {
  std::vector<CommandWords> commands;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
    CommandWords command{sub->get_name(), sub->get_description(), {}, false};
    for (const CLI::Option* option : sub->get_options()) {
      if (option->get_positional()) {
        command.takes_shell = command.takes_shell || option->get_name() == "SHELL";
        continue;
      }
      // Of "N:INT in [1 - 4]", a name and its range, the name.
      const std::string type = option->get_items_expected() == 0 ? "" : option->get_type_name();
      OptionWords words{{}, option->get_description(), type.substr(0, type.find(':'))};
      for (const std::string& name : option->get_snames()) words.names.push_back("-" + name);
      for (const std::string& name : option->get_lnames()) words.names.push_back("--" + name);
      command.options.push_back(std::move(words));
    }
    if (command.name == "tlc") command.options = options_of_tlc();
    commands.push_back(std::move(command));
  }
  return commands;
}

std::string values_of(const OptionWords& option) {
  if (option.value == "FORMAT") return "text json";
  if (option.value == "WHEN") return "auto never";
  return "";
}

constexpr std::string_view shells = "bash zsh";

std::string bash_command(const CommandWords& command) {
  std::vector<std::string> words;
  std::string values;
  for (const OptionWords& option : command.options) {
    words.insert(words.end(), option.names.begin(), option.names.end());
    const std::string pattern = fmt::format("{}", fmt::join(option.names, "|"));
    if (const std::string list = values_of(option); !list.empty()) {
      values +=
          fmt::format("      {}) COMPREPLY=($(compgen -W \"{}\" -- \"$word\")); return ;;\n", pattern, list);
    } else if (option.value == "DIR") {
      values += fmt::format("      {}) COMPREPLY=($(compgen -d -- \"$word\")); return ;;\n", pattern);
    }
  }
  if (command.takes_shell) {
    return fmt::format("    {}) COMPREPLY=($(compgen -W \"{}\" -- \"$word\")); return ;;\n", command.name,
                       shells);
  }
  const std::string choose =
      values.empty() ? "" : fmt::format("      case \"$before\" in\n{}      esac\n", values);
  return fmt::format("    {})\n{}      words=\"{}\" ;;\n", command.name, choose, fmt::join(words, " "));
}

std::string bash(const std::vector<CommandWords>& commands) {
  std::vector<std::string> names;
  std::string cases;
  for (const CommandWords& command : commands) {
    names.push_back(command.name);
    cases += bash_command(command);
  }
  return fmt::format(
      "# bash completion for synod: source <(synod completion bash)\n"
      "_synod() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} words=\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    COMPREPLY=($(compgen -W \"{} --help --version\" -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case ${{COMP_WORDS[1]}} in\n"
      "{}"
      "  esac\n"
      "  if [[ $word == -* ]]; then\n"
      "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
      "  else\n"
      "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
      "  fi\n"
      "}}\n"
      "complete -o filenames -F _synod synod\n",
      fmt::join(names, " "), cases);
}

/// A text inside single quotes and square brackets of zsh's _arguments.
std::string zsh_quoted(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '\'') {
      result += "'\\''";
    } else {
      if (c == '[' || c == ']' || c == ':') result += '\\';
      result += c;
    }
  }
  return result;
}

std::string zsh_option(const OptionWords& option) {
  std::string action;
  if (const std::string list = values_of(option); !list.empty()) {
    action = ":" + option.value + ":(" + list + ")";
  } else if (option.value == "DIR") {
    action = ":folder:_files -/";
  } else if (!option.value.empty()) {
    action = option.value == "FILE" ? ":file:_files" : ":" + option.value + ":";
  }
  std::string text;
  for (const std::string& name : option.names) {
    text += fmt::format("        '*{}[{}]{}' \\\n", name, zsh_quoted(option.help), action);
  }
  return text;
}

std::string zsh(const std::vector<CommandWords>& commands) {
  std::string descriptions, cases;
  for (const CommandWords& command : commands) {
    descriptions += fmt::format("    '{}:{}'\n", command.name, zsh_quoted(command.help));
    cases += fmt::format("    {})\n      _arguments \\\n", command.name);
    for (const OptionWords& option : command.options) cases += zsh_option(option);
    cases += command.takes_shell ? fmt::format("        ':shell:({})' ;;\n", shells)
                                 : "        '*:file:_files' ;;\n";
  }
  return fmt::format(
      "#compdef synod\n"
      "# zsh completion for synod: synod completion zsh > a folder of $fpath, as _synod\n"
      "_synod() {{\n"
      "  local -a commands=(\n{}  )\n"
      "  if ((CURRENT == 2)); then\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  local command=$words[2]\n"
      "  shift words\n"
      "  ((CURRENT--))\n"
      "  case $command in\n{}"
      "  esac\n"
      "}}\n"
      "compdef _synod synod\n",
      descriptions, cases);
}

}  // namespace

void add_completion(CLI::App& app, Work& chosen) {
  const auto shell = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("completion", "Write a completion script for a shell");
  command->add_option("SHELL", *shell, "bash or zsh")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh"}).description(""));
  command->callback([shell, &app, &chosen] {
    chosen = [shell, &app](Output& output) {
      const std::vector<CommandWords> commands = commands_of(app);
      output.out(*shell == "bash" ? bash(commands) : zsh(commands));
      return ExitStatus::success;
    };
  });
}

}  // namespace synod::cli

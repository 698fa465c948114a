#include "cli/tlc_options.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace synod::cli {
namespace {

using enum TlcEffect;

constexpr std::array options = {
    TlcOption{"-aril", "N", without_effect, "the behaviours of a seed are not TLC's; --seed alone chooses"},
    TlcOption{"-checkpoint", "MINUTES", translated, "--checkpoint MINUTES"},
    TlcOption{"-cleanup", "", harmless, "a search that ends removes its checkpoint"},
    TlcOption{"-config", "FILE", translated, "--config FILE"},
    TlcOption{"-continue", "", translated, "--continue"},
    TlcOption{"-coverage", "MINUTES", translated, "--coverage, once, at the end"},
    TlcOption{"-deadlock", "", translated, "--no-deadlock"},
    TlcOption{"-debug", "", harmless, "it prints what only TLC's developers read"},
    TlcOption{"-debugger", "[OPTIONS]", refused, "`synod show` and `synod replay` look inside"},
    TlcOption{"-depth", "N", translated, "--depth N, with -simulate or -generate"},
    TlcOption{"-dfid", "N", without_effect, "the search is breadth-first, which comes to the same end"},
    TlcOption{"-difftrace", "", translated, "without --trace-full, which every other run has here"},
    TlcOption{"-dump", "[dot,...] FILE", translated, "--dump FILE.dot or FILE.dump"},
    TlcOption{"-dumpTrace", "FORMAT FILE", translated, "--trace-json FILE or --trace-tla FILE"},
    TlcOption{"-fp", "N", harmless, "states are stored whole, not as fingerprints"},
    TlcOption{"-fpbits", "N", harmless, "states are stored whole, not as fingerprints"},
    TlcOption{"-fpmem", "FRACTION", without_effect, "--memory SIZE bounds the memory of a search"},
    TlcOption{"-generate", "[num=N]", translated, "synod simulate --generate --traces N"},
    TlcOption{"-generateSpecTE", "", refused, "--trace-out FILE writes a trace that `synod replay` reads"},
    TlcOption{"-gzip", "", harmless, "there are no files to compress"},
    TlcOption{"-h", "", translated, "--help"},
    TlcOption{"-help", "", translated, "--help"},
    TlcOption{"-inv", "EXPRESSION", refused, "define it, and name it under INVARIANT"},
    TlcOption{"-invlevel", "N", refused, "define TLCGet(\"level\") < N, and name it under INVARIANT"},
    TlcOption{"-lncheck", "STRATEGY", translated, "liveness is judged at the end; `off` is refused"},
    TlcOption{"-loadTrace", "FORMAT FILE", refused, "`synod replay SPEC FILE` reads a trace of --trace-out"},
    TlcOption{"-maxSetSize", "N", without_effect, "a set may have 20,000,000 elements"},
    TlcOption{"-messagesAsErrors", "CODES", refused, "Synod's messages have other codes"},
    TlcOption{"-metadir", "DIR", translated, "--checkpoint-dir DIR"},
    TlcOption{"-modelcheck", "", harmless, "it is the default"},
    TlcOption{"-noGenerateSpecTE", "", harmless, "no trace specification is written"},
    TlcOption{"-noGenerateSpecTEBin", "", harmless, "no trace specification is written"},
    TlcOption{"-noTE", "", harmless, "no trace specification is written"},
    TlcOption{"-noTEBin", "", harmless, "no trace specification is written"},
    TlcOption{"-nowarning", "", without_effect, "warnings are shown all the same"},
    TlcOption{"-postCondition", "MODULE!OPERATOR", refused, "name an operator under POSTCONDITION"},
    TlcOption{"-recover", "DIR", translated, "synod resume DIR"},
    TlcOption{"-seed", "N", translated, "--seed N"},
    TlcOption{"-simulate", "[num=N]", translated,
              "synod simulate --traces N; file=, stats=, sched= are refused"},
    TlcOption{"-suppressMessages", "CODES", without_effect, "Synod's messages have other codes"},
    TlcOption{"-terse", "", harmless, "values are printed in their shortest form anyway"},
    TlcOption{"-teSpecOutDir", "DIR", without_effect, "no trace specification is written"},
    TlcOption{"-tool", "", refused, "--format json writes a result for programs"},
    TlcOption{"-userFile", "FILE", refused, "what is printed is on standard output"},
    TlcOption{"-view", "", refused, "an ALIAS says what a trace shows"},
    TlcOption{"-workers", "N|auto", translated, "--workers N; without it, and with auto, one for each core"},
};

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

/// TLC reads the case of some of its options, but of none two that differ in nothing else.
const TlcOption* find_option(std::string_view word) {
  const auto found = std::find_if(options.begin(), options.end(),
                                  [&](const TlcOption& option) { return same_word(option.name, word); });
  return found == options.end() ? nullptr : &*found;
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(at); end != std::string::npos; end = text.find(at, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::string with_ending(const std::string& path, const std::string& ending) {
  return path.ends_with(ending) ? path : path + ending;
}

/// As many behaviours as TLC tries when it is not told how many.
constexpr std::string_view endless = "1000000000000000000";

class Translator {
 public:
  Translator(std::span<const std::string> words, const TakesValue& takes_value)
      : left_(words), takes_value_(takes_value) {}

  TlcTranslation run() {
    while (!left_.empty() && result_.refusal.empty() && !result_.help) take_word();
    if (!result_.refusal.empty() || result_.help) return std::move(result_);
    if (full_trace_) give(any, {"--trace-full"});
    if (mode_ == simulate) give(simulate, {"--traces", traces_});
    assemble();
    return std::move(result_);
  }

 private:
  /// What TLC runs, which is one of our subcommands. Options say in which they are taken.
  enum Mode : unsigned { check = 1, simulate = 2, resume = 4 };
  static constexpr unsigned any = check | simulate | resume;

  using Words = std::vector<std::string>;
  struct Given {
    unsigned modes = any;
    Words words;
    std::string option;  ///< of TLC
  };

  void take_word() {
    option_.clear();
    const std::string word = next();
    if (word.empty() || word.front() != '-') {
      give(check | simulate, {word});  // the module; a checkpoint knows its own
    } else if (word == "--help") {
      result_.help = true;
    } else if (word.starts_with("--") && word != "--") {
      give(any, {word});
      const bool has_value = word.find('=') == std::string::npos && takes_value_(word);
      if (has_value && !left_.empty() && !left_.front().starts_with('-')) give(any, {next()});
    } else if (word == "-I") {
      if (const auto folder = value("-I")) give(check | simulate, {word, *folder});
    } else {
      take_option(word);
    }
  }

  void take_option(const std::string& word) {
    const TlcOption* const option = find_option(word);
    if (option == nullptr) return refuse(fmt::format("unrecognized option: {}", word));
    option_ = option->name;
    switch (option->effect) {
      case refused:
        return refuse(fmt::format("{} is not supported: {}", option->name, option->text));
      case translated:
        return translate(option->name);
      case without_effect:
        note(fmt::format("{} has no effect: {}", option->name, option->text));
        break;
      case harmless:
        break;
    }
    if (!option->value.empty()) static_cast<void>(value(option->name));
  }

  void translate(std::string_view name) {
    if (name == "-h" || name == "-help") {
      result_.help = true;
    } else if (name == "-difftrace") {
      full_trace_ = false;
    } else if (name == "-continue") {
      give(check, {"--continue"});
    } else if (name == "-deadlock") {
      give(check | simulate, {"--no-deadlock"});
    } else if (name == "-simulate") {
      take_simulate(name);
    } else if (name == "-generate") {
      give(simulate, {"--generate"});
      take_simulate(name);
    } else if (name == "-dump") {
      take_dump();
    } else if (name == "-dumpTrace") {
      take_dump_trace();
    } else if (const auto given = value(name)) {
      translate(name, *given);
    }
  }

  void translate(std::string_view name, const std::string& given) {
    if (name == "-config") {
      give(check | simulate, {"--config", given});
    } else if (name == "-workers") {
      give(any, same_word(given, "auto") ? Words{} : Words{"--workers", given});
    } else if (name == "-checkpoint") {
      give(check | resume, {"--checkpoint", given});
    } else if (name == "-coverage") {
      give(check, {"--coverage"});
    } else if (name == "-metadir") {
      give(check, {"--checkpoint-dir", given});
    } else if (name == "-depth") {
      give(simulate, {"--depth", given});
    } else if (name == "-seed") {
      give(check | simulate, {"--seed", unsigned_seed(given)});
    } else if (name == "-recover") {
      mode_ = resume;
      give(resume, {given});
    } else if (name == "-lncheck") {
      take_lncheck(given);
    }
  }

  /// TLC's seeds are signed.
  static std::string unsigned_seed(const std::string& seed) {
    const bool negative =
        seed.size() > 1 && seed.front() == '-' &&
        std::all_of(seed.begin() + 1, seed.end(), [](unsigned char c) { return std::isdigit(c); });
    return negative ? seed.substr(1) : seed;
  }

  void take_lncheck(const std::string& when) {
    for (const std::string_view word : {"default", "final", "seqfinal"}) {
      if (same_word(when, word)) return;
    }
    refuse(same_word(when, "off")
               ? "-lncheck off is not supported: take the PROPERTY out of the configuration"
               : fmt::format("-lncheck {} is not supported: only default, final and seqfinal are", when));
  }

  void take_simulate(std::string_view name) {
    mode_ = simulate;
    constexpr std::array arguments = {"num=", "file=", "stats=", "sched"};
    const bool has_arguments =
        !left_.empty() && std::any_of(arguments.begin(), arguments.end(), [&](std::string_view argument) {
          return left_.front().find(argument) != std::string::npos;
        });
    if (!has_arguments) return;
    for (const std::string& argument : split(next(), ',')) {
      if (!argument.starts_with("num="))
        return refuse(fmt::format("{} {} is not supported: only num=N is", name, argument));
      traces_ = argument.substr(4);
    }
  }

  void take_dump() {
    const auto first = value("-dump");
    if (!first) return;
    if (first->starts_with("class,"))
      return refuse("-dump class,... is not supported: --dump FILE.json writes the graph for programs");
    if (!first->starts_with("dot") || left_.empty())
      return give(check, {"--dump", with_ending(*first, ".dump")});
    for (const std::string& part : split(*first, ',')) {
      constexpr std::array parts = {"", "dot", "actionlabels", "colorize", "snapshot"};
      if (std::ranges::any_of(parts, [&](std::string_view known) { return same_word(known, part); }))
        continue;
      return refuse(fmt::format(
          "-dump {0} is not supported: a graph has the states and steps that the constraints allow", part));
    }
    give(check, {"--dump", with_ending(next(), ".dot")});
  }

  void take_dump_trace() {
    const auto format = value("-dumpTrace");
    if (!format) return;
    const auto file = value("-dumpTrace");
    if (!file) return;
    if (same_word(*format, "json")) return give(any, {"--trace-json", *file});
    if (same_word(*format, "tla")) return give(any, {"--trace-tla", *file});
    refuse(fmt::format("-dumpTrace {} is not supported: only json and tla are", *format));
  }

  /// The subcommand, and what it takes of all that was given, in the order of the command line.
  void assemble() {
    result_.words = {mode_ == check ? "check" : mode_ == simulate ? "simulate" : "resume"};
    for (const Given& given : given_) {
      if ((given.modes & mode_) != 0) {
        result_.words.insert(result_.words.end(), given.words.begin(), given.words.end());
      } else {
        note(fmt::format("{} has no effect {}", given.option.empty() ? given.words.front() : given.option,
                         mode_ == check      ? "without -simulate"
                         : mode_ == simulate ? "in a simulation"
                                             : "with -recover: it is as in the first run"));
      }
    }
  }

  std::string next() {
    std::string word = left_.front();
    left_ = left_.subspan(1);
    return word;
  }
  /// What follows an option; refuses if nothing does.
  std::optional<std::string> value(std::string_view option) {
    if (!left_.empty()) return next();
    refuse(fmt::format("{} needs a value", option));
    return std::nullopt;
  }
  /// Of an option of TLC's that is there twice, the last one counts. (-dumpTrace has a file for each format.)
  void give(unsigned modes, Words words) {
    std::erase_if(given_, [&](const Given& earlier) {
      const bool same = words.size() != 2 || earlier.words.size() != 2 || earlier.words[0] == words[0];
      return same && !option_.empty() && earlier.option == option_;
    });
    given_.push_back({modes, std::move(words), std::exchange(option_, "")});
  }
  void refuse(std::string why) { result_.refusal = std::move(why); }
  /// Once each.
  void note(std::string text) {
    if (std::find(result_.notes.begin(), result_.notes.end(), text) == result_.notes.end())
      result_.notes.push_back(std::move(text));
  }

  std::span<const std::string> left_;
  const TakesValue& takes_value_;
  std::string option_;  // being taken, if that is what the word is
  Mode mode_ = check;
  bool full_trace_ = true;
  std::string traces_{endless};
  std::vector<Given> given_;
  TlcTranslation result_;
};

std::string section(std::string_view heading, TlcEffect effect) {
  std::string text = fmt::format("\n{}\n", heading);
  for (const TlcOption& option : options) {
    if (option.effect != effect) continue;
    const std::string words =
        option.value.empty() ? std::string(option.name) : fmt::format("{} {}", option.name, option.value);
    text += fmt::format("  {:<34} {}\n", words, option.text);
  }
  return text;
}

}  // namespace

std::span<const TlcOption> tlc_options() { return options; }

TlcTranslation translate_tlc(std::span<const std::string> words, const TakesValue& takes_value) {
  return Translator(words, takes_value).run();
}

std::string tlc_help() {
  return "Take TLC's command line: `java -jar tla2tools.jar ...` becomes `synod tlc ...`.\n"
         "Usage: synod tlc [OPTIONS] SPEC\n\n"
         "Options of synod's own, with two dashes, and -I are taken too.\n" +
         section("Options that options of synod stand for:", translated) +
         section("Options that have no effect, and say so:", without_effect) +
         section("Options that make no difference:", harmless) +
         section("Options that are not supported:", refused);
}

}  // namespace synod::cli

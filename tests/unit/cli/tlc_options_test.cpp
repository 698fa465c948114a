// TLC's command line in ours: every option of the table, alone and where the order or the mode matters.
#include "cli/tlc_options.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

namespace synod::cli {
namespace {

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

/// All but the flags.
bool takes_value(const std::string& option) { return option != "--stats" && option != "--trace-full"; }

TlcTranslation translated(const std::string& line) { return translate_tlc(words_of(line), takes_value); }

/// Our command line, or "refused: ...".
std::string ours(const std::string& line) {
  const TlcTranslation translation = translated(line);
  if (!translation.refusal.empty()) return "refused: " + translation.refusal;
  if (translation.help) return "help";
  std::string text;
  for (const std::string& word : translation.words) text += (text.empty() ? "" : " ") + word;
  return text;
}

TEST(TlcOptions, WhatAnOptionOfOursDoes) {
  EXPECT_EQ(ours("Spec"), "check Spec --trace-full");
  EXPECT_EQ(ours("-workers auto -config X.cfg -deadlock Spec.tla"),
            "check --config X.cfg --no-deadlock Spec.tla --trace-full");
  EXPECT_EQ(ours("Spec -workers 4"), "check Spec --workers 4 --trace-full");
  EXPECT_EQ(ours("-difftrace Spec"), "check Spec");
  EXPECT_EQ(ours("-continue Spec"), "check --continue Spec --trace-full");
  EXPECT_EQ(ours("-checkpoint 5 -metadir /tmp/m Spec"),
            "check --checkpoint 5 --checkpoint-dir /tmp/m Spec --trace-full");
  EXPECT_EQ(ours("-coverage 1 -seed 7 Spec"), "check --coverage --seed 7 Spec --trace-full");
  EXPECT_EQ(ours("-seed -7 Spec"), "check --seed 7 Spec --trace-full");
  EXPECT_EQ(ours("-lncheck final Spec"), "check Spec --trace-full");
  EXPECT_EQ(ours("-h"), "help");
  EXPECT_EQ(ours("-workers 2 -help Spec"), "help");
  EXPECT_EQ(ours("--help"), "help");
}

TEST(TlcOptions, Dumps) {
  EXPECT_EQ(ours("-dump states Spec"), "check --dump states.dump Spec --trace-full");
  EXPECT_EQ(ours("-dump x.dump Spec"), "check --dump x.dump Spec --trace-full");
  EXPECT_EQ(ours("-dump dot g Spec"), "check --dump g.dot Spec --trace-full");
  EXPECT_EQ(ours("Spec -dump dot g"), "check Spec --dump g.dot --trace-full");
  EXPECT_EQ(ours("-dump dot,actionlabels,colorize,snapshot g.dot Spec"),
            "check --dump g.dot Spec --trace-full");
  for (const std::string part : {"constrained", "stuttering", "strict"}) {
    EXPECT_EQ(ours("-dump dot," + part + " g Spec"),
              "refused: -dump " + part +
                  " is not supported: a graph has the states and steps that the constraints allow");
  }
  EXPECT_EQ(ours("-dump class,my.Writer Spec"),
            "refused: -dump class,... is not supported: --dump FILE.json writes the graph for programs");
  EXPECT_EQ(ours("-dumpTrace json a.json -dumptrace TLA B.tla Spec"),
            "check --trace-json a.json --trace-tla B.tla Spec --trace-full");
  EXPECT_EQ(ours("-dumpTrace tlcplain a Spec"),
            "refused: -dumpTrace tlcplain is not supported: only json and tla are");
}

TEST(TlcOptions, Simulation) {
  EXPECT_EQ(ours("-simulate Spec"), "simulate Spec --trace-full --traces 1000000000000000000");
  EXPECT_EQ(ours("-simulate num=9 -depth 5 -seed 3 -deadlock Spec"),
            "simulate --depth 5 --seed 3 --no-deadlock Spec --trace-full --traces 9");
  EXPECT_EQ(ours("-simulate file=/tmp/t,num=9 Spec"),
            "refused: -simulate file=/tmp/t is not supported: only num=N is");
  EXPECT_EQ(ours("-simulate stats=full Spec"),
            "refused: -simulate stats=full is not supported: only num=N is");
  EXPECT_EQ(translated("-depth 5 Spec").notes,
            std::vector<std::string>{"-depth has no effect without -simulate"});
  EXPECT_EQ(translated("-simulate -coverage 1 Spec").notes,
            std::vector<std::string>{"-coverage has no effect in a simulation"});
}

TEST(TlcOptions, Generation) {
  EXPECT_EQ(ours("-generate Spec"), "simulate --generate Spec --trace-full --traces 1000000000000000000");
  EXPECT_EQ(ours("-generate num=9 -depth 5 Spec"),
            "simulate --generate --depth 5 Spec --trace-full --traces 9");
  EXPECT_EQ(ours("-generate file=/tmp/t Spec"),
            "refused: -generate file=/tmp/t is not supported: only num=N is");
}

TEST(TlcOptions, Recovery) {
  EXPECT_EQ(ours("-recover states/1 -workers auto Spec"), "resume states/1 --trace-full");
  EXPECT_EQ(ours("-workers 3 -recover states/1 -checkpoint 9 Spec"),
            "resume --workers 3 states/1 --checkpoint 9 --trace-full");
  EXPECT_EQ(translated("-recover states/1 -deadlock Spec").notes,
            (std::vector<std::string>{"-deadlock has no effect with -recover: it is as in the first run",
                                      "Spec has no effect with -recover: it is as in the first run"}));
}

TEST(TlcOptions, OptionsOfOurs) {
  EXPECT_EQ(ours("--workers 4 -deadlock Spec"), "check --workers 4 --no-deadlock Spec --trace-full");
  EXPECT_EQ(ours("--format=json Spec"), "check --format=json Spec --trace-full");
  EXPECT_EQ(ours("-I lib --stats Spec"), "check -I lib --stats Spec --trace-full");
}

TEST(TlcOptions, AFlagOfOursBeforeTheSpecIsNotGivenIt) {
  EXPECT_EQ(ours("--stats Spec -recover states/1"), "resume --stats states/1 --trace-full");
  EXPECT_EQ(ours("--workers 3 Spec -recover states/1"), "resume --workers 3 states/1 --trace-full");
  EXPECT_EQ(ours("--stats Spec -deadlock"), "check --stats Spec --no-deadlock --trace-full");
}

TEST(TlcOptions, OfAnOptionGivenTwiceTheLastCounts) {
  EXPECT_EQ(ours("-workers 2 -workers 1 Spec"), "check --workers 1 Spec --trace-full");
  EXPECT_EQ(ours("-workers 2 Spec -workers auto"), "check Spec --trace-full");
  EXPECT_EQ(ours("-workers auto Spec -workers 2"), "check Spec --workers 2 --trace-full");
  EXPECT_EQ(ours("Spec -config V -config W"), "check Spec --config W --trace-full");
  EXPECT_EQ(ours("-deadlock -deadlock Spec"), "check --no-deadlock Spec --trace-full");
  EXPECT_EQ(ours("-recover a -recover b"), "resume b --trace-full");
  EXPECT_EQ(ours("-dump dot g -dump states Spec"), "check --dump states.dump Spec --trace-full");
  EXPECT_EQ(ours("-dumpTrace json a -dumpTrace json b Spec"), "check --trace-json b Spec --trace-full");
  EXPECT_EQ(ours("-simulate num=1 -simulate num=2 Spec"), "simulate Spec --trace-full --traces 2");
}

TEST(TlcOptions, AreTakenInAnyCase) {
  EXPECT_EQ(ours("-workers AUTO Spec"), "check Spec --trace-full");
  EXPECT_EQ(ours("-DEADLOCK Spec"), "check --no-deadlock Spec --trace-full");
  EXPECT_EQ(ours("-dump dot,ActionLabels,COLORIZE g Spec"), "check --dump g.dot Spec --trace-full");
  EXPECT_EQ(ours("-dump dot, g Spec"), "check --dump g.dot Spec --trace-full");
}

TEST(TlcOptions, Refusals) {
  EXPECT_EQ(ours("-- Spec"), "refused: unrecognized option: --");
  EXPECT_EQ(ours("-bogus Spec"), "refused: unrecognized option: -bogus");
  EXPECT_EQ(ours("Spec -config"), "refused: -config needs a value");
  EXPECT_EQ(ours("-dumpTrace json"), "refused: -dumpTrace needs a value");
  EXPECT_EQ(ours("-fp"), "refused: -fp needs a value");
  EXPECT_EQ(ours("-lncheck off Spec"),
            "refused: -lncheck off is not supported: take the PROPERTY out of the configuration");
  EXPECT_EQ(ours("-lncheck soon Spec"),
            "refused: -lncheck soon is not supported: only default, final and seqfinal are");
}

/// A command line with this option and a value that it takes.
std::string line_with(const TlcOption& option) {
  std::string line(option.name);
  if (option.value == "FORMAT FILE") return line + " json f Spec";
  if (option.value == "STRATEGY") return line + " final Spec";
  return line + (option.value.empty() || option.value.front() == '[' ? "" : " 1") + " Spec";
}

TEST(TlcOptions, EachDoesWhatTheTableSays) {
  for (const TlcOption& option : tlc_options()) {
    const std::string line = line_with(option);
    const TlcTranslation translation = translated(line);
    EXPECT_EQ(!translation.refusal.empty(), option.effect == TlcEffect::refused) << line;
    if (option.effect == TlcEffect::without_effect) {
      EXPECT_EQ(translation.notes, std::vector<std::string>{std::string(option.name) +
                                                            " has no effect: " + std::string(option.text)})
          << line;
    }
    if (option.effect == TlcEffect::harmless || option.effect == TlcEffect::without_effect) {
      EXPECT_EQ(ours(line), "check Spec --trace-full");
    }
    if (option.effect == TlcEffect::harmless) {
      EXPECT_TRUE(translation.notes.empty()) << line;
    }
  }
}

/// The part of the documentation that is about options of this effect.
std::string_view section_of(std::string_view text, TlcEffect effect) {
  const std::size_t without = text.find("These are taken, have no effect");
  const std::size_t harmless = text.find("These make no difference");
  const std::size_t refused = text.find("These are refused");
  const std::size_t end = text.find("Files of `-dump`");
  switch (effect) {
    case TlcEffect::translated:
      return text.substr(0, without);
    case TlcEffect::without_effect:
      return text.substr(without, harmless - without);
    case TlcEffect::harmless:
      return text.substr(harmless, refused - harmless);
    case TlcEffect::refused:
      return text.substr(refused, end - refused);
  }
  return "";
}

TEST(TlcOptions, TheDocumentationHasThemAllInTheirTables) {
  std::ifstream stream(std::filesystem::path(SYNOD_SOURCE_DIR) / "docs/tlc-command-line.md");
  std::ostringstream text;
  text << stream.rdbuf();
  for (const TlcOption& option : tlc_options()) {
    const std::string_view section = section_of(text.str(), option.effect);
    const std::string start = "`" + std::string(option.name);
    EXPECT_TRUE(section.find(start + "`") != std::string_view::npos ||
                section.find(start + " ") != std::string_view::npos)
        << option.name;
  }
}

TEST(TlcOptions, AreInAlphabeticalOrder) {
  const auto lower = [](std::string_view name) {
    std::string text;
    for (const unsigned char c : name) text += static_cast<char>(std::tolower(c));
    return text;
  };
  const auto options = tlc_options();
  for (std::size_t i = 1; i < options.size(); ++i) {
    EXPECT_LT(lower(options[i - 1].name), lower(options[i].name));
  }
}

}  // namespace
}  // namespace synod::cli

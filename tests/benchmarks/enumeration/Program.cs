using System.Globalization;
using Streamix.Benchmarks.Enumeration;

// enumeration [SAMPLES]
const double Bound = 0.001;
const int WarmUp = 8;
var samples = args is [var s, ..] ? int.Parse(s, CultureInfo.InvariantCulture) : 60;

await using var services = await Services.StartAsync();
var known = await Population.SettleAsync(services, samples + WarmUp);
Console.WriteLine($"{samples} answers each to known and unknown addresses, in turn; two-sided Mann-Whitney test, told apart below p = {Bound}");
Console.WriteLine($"{"",-18}{"known",12}{"unknown",12}{"ratio",9}{"p",9}");
var told = 0;
foreach (var question in Question.All(services, known))
{
    await question.AskAsync(WarmUp, from: 0);
    var (ofKnown, ofUnknown) = await question.AskAsync(samples, from: WarmUp);
    var p = RankTest.MannWhitney(ofKnown, ofUnknown);
    var (a, b) = (RankTest.Median(ofKnown), RankTest.Median(ofUnknown));
    told += p < Bound ? 1 : 0;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{question.Name,-18}{a,9:0.00} ms{b,9:0.00} ms{a / b,9:0.000}{p,9:0.000}{(p < Bound ? "  told apart" : "")}"));
}
return told == 0 ? 0 : 1;

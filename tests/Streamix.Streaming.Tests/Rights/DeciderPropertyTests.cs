using FsCheck;
using FsCheck.Fluent;
using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.Rights.Deciding;
using Streamix.Streaming.Tests.Rights.Hosting;

namespace Streamix.Streaming.Tests.Rights;

/// <summary>What holds of every decision, whatever the facts.</summary>
public sealed class DeciderPropertyTests
{
    private static readonly string[] Countries = ["DE", "FR", "*"];

    private static Gen<TitleWindow> AnyWindow =>
        from territory in Gen.Elements(Countries)
        from begin in Gen.Choose(-3, 3)
        from length in Gen.Choose(0, 4)
        from plan in Gen.Elements<PlanTerms?>(null, null, Some.Standard, Some.Premium)
        select Some.Window(territory, begin, length == 0 ? null : begin + length, plan);

    private static Gen<DocumentRating> AnyRating =>
        from territory in Gen.Elements(Countries) from age in Gen.Elements(0, 6, 12, 16, 18) select new DocumentRating(territory, $"{age}", age);

    private static Gen<TitleFacts?> AnyTitle =>
        from windows in Gen.ListOf(AnyWindow)
        from ratings in Gen.ListOf(AnyRating)
        from missing in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select missing ? null : new TitleFacts([.. ratings], [.. windows]);

    private static Gen<Facts> AnyFacts =>
        from status in Gen.Elements<string?>("active", "active", "active", null, "suspended")
        from plan in Gen.Elements<PlanTerms?>(Some.Standard, Some.Premium, null, Some.Standard with { SoftwareTier = Tier.None })
        from maturity in Gen.Elements<int?>(0, 6, 12, 18, 18, null)
        from entered in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from title in AnyTitle
        from country in Gen.Elements<string?>("DE", "FR", "US", null)
        from security in Gen.Elements(DeviceSecurity.Software, DeviceSecurity.Hardware)
        from output in Gen.Elements(OutputLevel.None, OutputLevel.Hdcp1, OutputLevel.Hdcp22)
        select new Facts
        {
            Now = Some.Now, AccountStatus = status, Plan = plan, Profile = maturity is { } age ? new ProfileFacts(age) : null, Entered = entered, Title = title, Country = country,
            Device = new(security, output), Outputs = Some.Outputs,
        };

    [Fact]
    public void Decide_Anything_AllowsExactlyWhenNoCheckFails() => Holds(facts =>
    {
        var verdict = Decider.Decide(facts);
        return verdict.Allowed == verdict.Findings.All(f => f.Passed)
            && (verdict.Allowed ? verdict.MostLines > 0 && verdict.Tiers.Count >= 2 : verdict is { MostLines: 0, Tiers.Count: 0, Sentence.Length: > 0 });
    });

    [Fact]
    public void Decide_Allowed_HasAnOpenWindowHereForThisPlanAndIsSuitable() => Holds(facts =>
    {
        var verdict = Decider.Decide(facts);
        return !verdict.Allowed || facts.Title!.Windows.Any(w => w.IsIn(facts.Country) && w.IsFor(facts.Plan) && w.IsOpen(facts.Now))
            && (facts.Profile!.Maturity >= 18 || Ratings.AgeFor(facts.Title.Ratings, facts.Country) <= facts.Profile.Maturity)
            && facts.AccountStatus is null or "active" && verdict.MostLines <= facts.Plan!.MostLines;
    });

    [Fact]
    public void Decide_Allowed_StaysSoUntilItSaysAndNotAMomentLonger() => Holds(facts =>
    {
        var verdict = Decider.Decide(facts);
        if (verdict is not { Allowed: true, GoodUntil: { } end })
            return true;
        var closing = facts.Title!.Windows.Where(w => w.IsIn(facts.Country) && w.IsFor(facts.Plan));
        return Decider.Decide(facts with { Now = end.AddTicks(-1) }).Allowed && Decider.Decide(facts with { Now = end }).Allowed == closing.Any(w => w.IsOpen(end));
    });

    [Fact]
    public void Decide_AnOlderProfileOrABetterDevice_IsNeverWorse() => Holds(facts =>
    {
        var before = Decider.Decide(facts);
        var after = Decider.Decide(facts with { Profile = facts.Profile is null ? null : new(18), Device = facts.Device with { Output = OutputLevel.Hdcp22 } });
        return (!before.Allowed || after.Allowed) && after.MostLines >= before.MostLines;
    });

    private static void Holds(Func<Facts, bool> law) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(AnyFacts.ToArbitrary(), law));
}

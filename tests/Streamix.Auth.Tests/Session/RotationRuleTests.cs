using FsCheck;
using FsCheck.Fluent;
using Streamix.Auth.Session;

namespace Streamix.Auth.Tests.Session;

/// <summary>The rules of rotation by themselves, in thousands of random interleavings. That the service keeps them is tested against the same model.</summary>
public sealed class RotationRuleTests
{
    private const int Bursts = 8;
    private static readonly TimeSpan Grace = new SessionOptions().Grace;

    [Fact]
    public void Owner_WithManyTabsLostAnswersAndRetries_IsNeverLoggedOut() => ForStories(thieves: false, story =>
    {
        story.Trace.ShouldAllBe(p => p.Outcome == "Rotated" || p.Outcome == "Repeated");
        story.Held.ShouldBe(story.Current);
    });

    [Fact]
    public void Token_WhoeverPresentsIt_HasOneSuccessorInOneLine() => ForStories(thieves: true, story =>
    {
        story.Trace.Where(p => p.Outcome == "Rotated").Select(p => (p.Token, p.Answer)).ShouldBe(Enumerable.Range(0, story.Current).Select(i => (i, (int?)i + 1)));
        var rotated = 0;
        foreach (var presented in story.Trace)
        {
            rotated += presented.Outcome == "Rotated" ? 1 : 0;
            (presented.Answer ?? rotated).ShouldBe(rotated);
        }
    });

    [Fact]
    public void Replay_OutsideTheGraceOrByAnotherClient_EndsTheFamilyForAll() => ForStories(thieves: true, story =>
    {
        Dictionary<int, Presented> used = [];
        var over = false;
        foreach (var presented in story.Trace)
        {
            var replay = used.TryGetValue(presented.Token, out var first);
            var pardoned = replay && presented.Client == first!.Client && presented.At - first.At <= Grace;
            presented.Outcome.ShouldBe(over ? "Ended" : !replay ? "Rotated" : pardoned ? "Repeated" : "Reused");
            over |= presented.Outcome == "Reused";
            used.TryAdd(presented.Token, presented);
        }
    });

    [Fact]
    public void Thief_WhoGotAheadOfTheOwner_IsNoticedWhenTheOwnerComesBack() => ForStories(thieves: true, story => story.Unnoticed.ShouldBeFalse());

    private static void ForStories(bool thieves, Action<RotationStory> hold) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            hold(new RotationStory(seed, Grace).Play(Bursts, thieves));
            return true;
        }));
}

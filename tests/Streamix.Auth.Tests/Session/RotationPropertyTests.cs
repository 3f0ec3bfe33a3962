using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;
using Streamix.Auth.Session.Families;
using Streamix.Auth.Tests.Session.Hosting;

namespace Streamix.Auth.Tests.Session;

/// <summary>Random histories of one session against the model: whoever presents whichever of its tokens, whenever, on whatever replica.</summary>
public sealed class RotationPropertyTests : IAsyncLifetime
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);
    private readonly FakeTimeProvider _time = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private SessionHost _one = null!;
    private SessionHost _two = null!;

    public async Task InitializeAsync()
    {
        _one = await SessionHost.StartAsync(_time, settings: ("Session:RotationsPerGrace", "1000"));
        _two = _one.Replica();
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
    }

    [Fact]
    public void Rotation_InAnyHistory_DoesWhatTheModelSays()
    {
        var step =
            from back in Gen.Frequency((5, Gen.Constant(0)), (3, Gen.Constant(1)), (1, Gen.Choose(2, 4)))
            from thief in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            from seconds in Gen.Frequency((6, Gen.Choose(0, 4)), (1, Gen.Choose(28, 32)), (1, Gen.Choose(60, 3600)))
            from other in Gen.Elements(true, false)
            select new Step(back, thief, seconds, other);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600).WithEndSize(16), Prop.ForAll(step.NonEmptyListOf().Select(s => s.ToList()).ToArbitrary(), steps => HoldsAsync(steps).GetAwaiter().GetResult()));
    }

    [Fact]
    public void Rotation_OfOneTokenByManyAtOnce_NeverHasTwoWinners()
    {
        var burst = from size in Gen.Choose(2, 12) from stale in Gen.Choose(0, 1) select (size, stale);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(burst.ToArbitrary(), b => OneWinsAsync(b.size, b.stale).GetAwaiter().GetResult()));
    }

    private async Task<bool> HoldsAsync(List<Step> steps)
    {
        var (model, tokens) = (new RotationModel(Grace), new List<RefreshToken> { await OpenAsync() });
        foreach (var step in steps)
        {
            _time.Advance(TimeSpan.FromSeconds(step.Seconds));
            var generation = Math.Max(0, model.Current - step.Back);
            var agent = step.Thief ? "Thief" : "Honest";
            var (outcome, expected) = model.Present(generation, agent, _time.GetUtcNow());
            var rotation = await (step.Other ? _two : _one).Get<Rotations>().RotateAsync(tokens[generation], Client(agent), cookies: false);

            rotation.Outcome.ToString().ShouldBe(outcome);
            if (expected == tokens.Count)
                tokens.Add(rotation.Token!);
            if (expected is { } at)
                rotation.Token!.Hash.ShouldBe(tokens[at].Hash);
        }

        return true;
    }

    private async Task<bool> OneWinsAsync(int size, int stale)
    {
        var presented = await OpenAsync();
        if (stale == 1)
            await _one.Get<Rotations>().RotateAsync(presented, Client("Honest"), cookies: false);
        var rotations = await Task.WhenAll(Enumerable.Range(0, size).Select(i => Task.Run(() => (i % 2 == 0 ? _one : _two).Get<Rotations>().RotateAsync(presented, Client("Honest"), cookies: false))));

        rotations.Count(r => r.Outcome == RotationOutcome.Rotated).ShouldBe(1 - stale);
        rotations.Select(r => r.Token!.Hash).Distinct().Count().ShouldBe(1);
        return true;
    }

    private async Task<RefreshToken> OpenAsync() => (await _one.Get<SessionDoor>().OpenAsync(new()
    {
        Key = Guid.NewGuid().ToString(), AccountId = Guid.CreateVersion7(), Acr = "aal1", Method = "password", Client = Client("Honest"),
        AuthenticatedAt = _time.GetUtcNow(), ProvenAt = _time.GetUtcNow(), Persistent = true,
    })).Token!;

    private static ClientFacts Client(string agent) => new("", agent, "", "", "");

    private sealed record Step(int Back, bool Thief, int Seconds, bool Other);
}

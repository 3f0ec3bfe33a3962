using Microsoft.EntityFrameworkCore;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Activation;

namespace Streamix.Users.Tests.Account;

public sealed class JanitorTests : IAsyncLifetime
{
    private readonly AccountHost _host = new();

    private Janitor Janitor => _host.Services.GetRequiredService<Janitor>();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Sweep_NeverProven_EndsAfterADayAndIsErased()
    {
        var old = await _host.AccountAsync(status: AccountStatus.Pending);
        _host.Time.Advance(TimeSpan.FromHours(23));
        var young = await _host.AccountAsync(status: AccountStatus.Pending);
        (await Janitor.SweepAsync(default)).ShouldBe(0);
        _host.Time.Advance(TimeSpan.FromHours(2));
        (await Janitor.SweepAsync(default)).ShouldBe(1);

        (await _host.StoredAsync(old)).StatusReason.ShouldBe("never-proven");
        (await _host.StoredAsync(young)).Status.ShouldBe(AccountStatus.Pending);
        (await _host.EventsAsync(old, "users.account.status-changed")).ShouldHaveSingleItem().Body.GetProperty("reason").GetString().ShouldBe("never-proven");
        (await _host.QueryAsync(db => db.Erasures.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Sweep_ClosedByOperators_IsErasedAfterItsRetention()
    {
        await _host.AccountAsync(status: AccountStatus.Closed);
        (await Janitor.SweepAsync(default)).ShouldBe(0);
        _host.Time.Advance(TimeSpan.FromDays(31));
        (await Janitor.SweepAsync(default)).ShouldBe(1);
        (await Janitor.SweepAsync(default)).ShouldBe(0);
        (await _host.QueryAsync(db => db.Erasures.Select(e => e.Origin).SingleAsync())).ShouldBe("retention");
    }

    [Fact]
    public async Task Sweep_ManyAtOnceByManyReplicas_EndsEachOnce()
    {
        for (var i = 0; i < 250; i++)
            await _host.AccountAsync(status: AccountStatus.Pending);
        _host.Time.Advance(TimeSpan.FromHours(25));
        var swept = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Janitor.SweepAsync(default)));
        (swept.Sum() + await Janitor.SweepAsync(default)).ShouldBe(250);
        (await _host.QueryAsync(db => db.Erasures.CountAsync())).ShouldBe(250);
        (await _host.QueryAsync(db => db.StatusChanges.CountAsync(c => c.Reason == "never-proven"))).ShouldBe(250);
    }

    [Fact]
    public async Task Sweep_OldAttempts_AreForgotten()
    {
        var email = AccountCalls.Somebody();
        await _host.RegisteredAsync(email);
        _host.Time.Advance(TimeSpan.FromHours(25));
        await Janitor.SweepAsync(default);
        (await _host.QueryAsync(db => db.RegistrationAttempts.CountAsync())).ShouldBe(0);
    }
}

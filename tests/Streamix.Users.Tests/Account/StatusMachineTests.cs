using FsCheck;
using FsCheck.Fluent;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Tests.Account;

public sealed class StatusMachineTests
{
    private static readonly AccountStatus[] All = Enum.GetValues<AccountStatus>();

    [Theory]
    [InlineData("pending", "active suspended closed", "active closed")]
    [InlineData("active", "pending suspended closed", "suspended closed")]
    [InlineData("suspended", "pending active closed", "active closed")]
    [InlineData("closed", "pending active suspended", "")]
    public void Allows_EachPair_IsAsWritten(string from, string others, string allowed)
    {
        var start = AccountStatusNames.Parse(from);
        StatusMachine.Allows(start, start).ShouldBeFalse();
        others.Split(' ').Where(o => StatusMachine.Allows(start, AccountStatusNames.Parse(o))).ShouldBe(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Become_AnySequence_FollowsTheMachineAndCountsRevisions() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), wishes =>
    {
        var account = new UserAccount(EmailAddress.Parse("ada@example.org"), new("Ada"), new("en", "GB"), "1", false, DateTimeOffset.UnixEpoch);
        var (status, revision) = (AccountStatus.Pending, 0L);
        foreach (var wish in wishes.Select(w => All[w % All.Length]))
        {
            var allowed = StatusMachine.Allows(status, wish);
            account.Become(wish, "test", DateTimeOffset.UnixEpoch).ShouldBe(allowed);
            (status, revision) = allowed ? (wish, revision + 1) : (status, revision);
            (account.Status, account.Revision).ShouldBe((status, revision));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Grant_AndWithdraw_AreIdempotentAndSorted()
    {
        var account = new UserAccount(EmailAddress.Parse("ada@example.org"), new("Ada"), new("en", "GB"), "1", false, DateTimeOffset.UnixEpoch);
        account.Grant("support").ShouldBeTrue();
        account.Grant("admin").ShouldBeTrue();
        account.Grant("admin").ShouldBeFalse();
        (string.Join(' ', account.Roles), account.Revision).ShouldBe(("admin support", 2));
        account.Withdraw("editor").ShouldBeFalse();
        account.Withdraw("admin").ShouldBeTrue();
        (string.Join(' ', account.Roles), account.Revision).ShouldBe(("support", 3));
    }

    [Fact]
    public void Scrub_AnAccountInUse_IsRefused() => Should.Throw<InvalidOperationException>(() =>
        new UserAccount(EmailAddress.Parse("ada@example.org"), new("Ada"), new("en", "GB"), "1", false, DateTimeOffset.UnixEpoch).Scrub(DateTimeOffset.UnixEpoch));
}

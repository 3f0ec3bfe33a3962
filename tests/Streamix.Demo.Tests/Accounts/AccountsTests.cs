using System.Text.RegularExpressions;
using Streamix.Testing;

namespace Streamix.Demo.Tests.Accounts;

public sealed class AccountsTests
{
    [Fact]
    public void Accounts_TheirProfiles_HaveOneForChildrenWithALimitAndOneWithAPin()
    {
        var profiles = Content.Accounts.Viewers.SelectMany(viewer => viewer.Profiles).ToList();

        Content.Accounts.Viewers.Count().ShouldBe(2);
        profiles.ShouldContain(profile => profile.Kids && profile.Maturity < 12);
        profiles.ShouldContain(profile => profile.Pin != null && Regex.IsMatch(profile.Pin, "^[0-9]{4,6}$"));
        profiles.ShouldAllBe(profile => profile.Name.Length <= 30 && profile.Maturity <= (profile.Kids ? 12 : 18));
    }

    /// <summary>The graph makes their passwords and prints them.</summary>
    [Fact]
    public void Accounts_TheGraphsOwn_AreThese()
    {
        var graph = File.ReadAllText(Repository.PathOf("Streamix.AppHost", "Clusters", "Demo.cs"));

        graph.ShouldContain($"Administrator = \"{Content.Accounts.Administrator}\"");
        graph.ShouldContain($"Viewers = [{string.Join(", ", Content.Accounts.Viewers.Select(viewer => $"\"{viewer.Name}\""))}]");
    }

    [Fact]
    public void Child_ItsProfile_IsTheLastOfItsAccount() =>
        Content.Accounts.Accounts.ShouldAllBe(account => account.Profiles.Count(profile => profile.Kids) == 0 || account.Profiles[account.Profiles.Count - 1].Kids);
}

using Streamix.ServiceDefaults.Auth;

namespace Streamix.ServiceDefaults.Tests.Auth;

public sealed class TokenCacheTests
{
    [Fact]
    public void Cache_ManyMoreThanItHolds_KeepsTheRecentAndStaysBounded()
    {
        var cache = new TokenCache<string>(generation: 10);
        for (var i = 0; i < 1000; i++)
            cache.Add($"t{i}", $"v{i}");
        cache.TryGet("t999", out var recent).ShouldBeTrue();
        recent.ShouldBe("v999");
        Enumerable.Range(0, 1000).Count(i => cache.TryGet($"t{i}", out _)).ShouldBeLessThanOrEqualTo(22);
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;

namespace Streamix.Infra.Gateway.Limits;

/// <summary>RateLimit-Policy and RateLimit as the IETF draft has them: quota and window in seconds, remaining and reset.</summary>
internal static class LimitHeaders
{
    private static readonly ConditionalWeakTable<LimitRule, string> Policies = [];

    public static void Write(IHeaderDictionary headers, string name, in LimitDecision decision)
    {
        if (decision.Rule is not { } rule)
        {
            return;
        }

        headers["RateLimit-Policy"] = Policies.GetValue(rule, r => string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={r.Permits};w={Seconds(r.Window)}"));
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={decision.Remaining};t={Seconds(decision.Reset)}");
    }

    private static long Seconds(TimeSpan span) => (long)Math.Ceiling(span.TotalSeconds);
}

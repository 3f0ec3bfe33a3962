namespace Streamix.Infra.Gateway.Proxy;

/// <summary>Headers that services take for the word of the platform; a client's are dropped.</summary>
internal static class InboundHeaders
{
    private static readonly string[] Names =
    [
        "Forwarded", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "True-Client-IP", "CF-Connecting-IP", "X-Correlation-Id",
        "X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override", "X-Rewrite-URL", "X-ARR-ClientCert", "X-Client-Cert", "X-Roles", "X-Role",
    ];

    private static readonly string[] Beginnings =
        ["X-Forwarded-", "Streamix-", "X-Streamix-", "X-User", "X-Account", "X-Profile", "X-Session", "X-Auth", "X-Internal-", "X-Original-", "X-Envoy-", "X-SSL-"];

    public static bool IsDropped(string name)
    {
        if (name.Length == 0 || (name[0] | 0x20) is not ('x' or 'f' or 't' or 'c' or 's'))
        {
            return false;
        }

        foreach (var known in Names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (var beginning in Beginnings)
        {
            if (name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

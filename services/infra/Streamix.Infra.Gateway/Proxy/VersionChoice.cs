using System.IO.Hashing;
using System.Runtime.InteropServices;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Edge;
using Streamix.Infra.Gateway.Limits;

namespace Streamix.Infra.Gateway.Proxy;

/// <summary>
/// Which version a request meets. Sticky: a caller keeps its place between 0 and the sum of the weights, so that raising
/// the weight of the last version moves callers only towards it.
/// </summary>
internal sealed class VersionChoice(Random random)
{
    public int Choose(ServicePlan service, HttpContext context)
    {
        if (service.Versions.Count == 1)
        {
            return 0;
        }

        var place = service.Settings.Sticky ? Place(Caller(context), service) : random.NextDouble();
        return At(service, place * service.TotalWeight);
    }

    private static int At(ServicePlan service, double place)
    {
        var last = 0;
        for (var i = 0; i < service.Versions.Count; i++)
        {
            var weight = service.Versions[i].Weight;
            if (weight == 0)
            {
                continue;
            }

            if (place < weight)
            {
                return i;
            }

            place -= weight;
            last = i;
        }

        return last;
    }

    private static string Caller(HttpContext context) =>
        EdgeCall.Of(context).Session?.Subject ?? ClientAddress.Of(context.Connection.RemoteIpAddress);

    private static double Place(string caller, ServicePlan service)
    {
        var hash = XxHash64.HashToUInt64(MemoryMarshal.AsBytes($"{service.Id}|{caller}".AsSpan()));
        return (hash >> 11) * (1.0 / (1UL << 53));
    }
}

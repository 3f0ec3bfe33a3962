using Microsoft.Extensions.Options;
using Streamix.Auth.Session.Families;

namespace Streamix.Auth.Session.Mine;

/// <summary>What a request tells of its client.</summary>
internal sealed class ClientOfRequest(IOptions<SessionOptions> options)
{
    public ClientFacts Read(HttpContext context, string device = "")
    {
        var place = options.Value.Place;
        var country = Header(place.CountryHeader);
        return new(
            device, context.Request.Headers.UserAgent.ToString(), context.Connection.RemoteIpAddress?.ToString() ?? "",
            country.Length == 2 ? country.ToUpperInvariant() : "", Header(place.CityHeader));

        string Header(string name) => name.Length == 0 ? "" : context.Request.Headers[name].ToString();
    }
}

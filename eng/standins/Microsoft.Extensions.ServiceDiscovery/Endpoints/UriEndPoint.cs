using System.Net;

namespace Microsoft.Extensions.ServiceDiscovery;

internal sealed class UriEndPoint(Uri uri) : EndPoint
{
    public Uri Uri => uri;

    public override bool Equals(object? obj) => obj is UriEndPoint other && uri == other.Uri;

    public override int GetHashCode() => uri.GetHashCode();

    public override string ToString() => uri.ToString();
}

namespace Streamix.Auth.Session;

/// <summary>Shaped like tokens, for the OpenAPI document; good for nothing.</summary>
internal static class ExampleTokens
{
    public const string Access = "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTk5YjBhNS03ZTdkLTdjMWYtOGM1Mi1mMzZjNGE5YzJiMTAifQ.c2lnbmF0dXJl";
    public const string Refresh = "AZmwpX59fB-MUvNsSpwrEHRoaXMgaXMgYW4gZXhhbXBsZSBhbmQgb3BlbnMgbm90aGluZy0tLS0tLS0tLS0tLS0";
    public const string DeviceCode = "dGhpcyBpcyBhbiBleGFtcGxlIGFuZCBvcGVucyBub3R";
}

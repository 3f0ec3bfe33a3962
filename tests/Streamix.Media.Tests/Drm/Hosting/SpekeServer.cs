using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging;

namespace Streamix.Media.Tests.Drm.Hosting;

/// <summary>A key server of somebody else, written against the specification of SPEKE v2 and not with our code. A key is a function of content and key id.</summary>
internal sealed class SpekeServer : IAsyncDisposable
{
    public const string Credentials = "Basic c3RyZWFtaXg6c2VjcmV0";
    private static readonly XNamespace Cpix = "urn:dashif:org:cpix";
    private static readonly XNamespace Pskc = "urn:ietf:params:xml:ns:keyprov:pskc";
    private static readonly string Box = Convert.ToBase64String(Convert.FromHexString("0000002270737368" + "00000000" + "edef8ba979d64acea3c827dcd51d21ed" + "00000002" + "dead"));
    private readonly WebApplication _app;

    private SpekeServer(WebApplication app) => _app = app;

    /// <summary>What arrived, as documents and as headers.</summary>
    public ConcurrentQueue<(XDocument Document, IHeaderDictionary Headers)> Requests { get; } = new();

    /// <summary>Changes an answer before it goes.</summary>
    public Action<XDocument>? Changing { get; set; }

    /// <summary>Answers this instead.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    public string Address => $"{_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}/speke/v2.0/copyProtection";

    public static async Task<SpekeServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new SpekeServer(app);
        app.MapPost("/speke/v2.0/copyProtection", server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public static byte[] KeyOf(string content, string kid) => SHA256.HashData(Encoding.UTF8.GetBytes($"{content} {kid}"))[..16];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var document = await XDocument.LoadAsync(http.Request.Body, LoadOptions.None, http.RequestAborted);
        Requests.Enqueue((new(document), new HeaderDictionary(http.Request.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase))));
        if (Instead is { } instead)
        {
            await instead(http);
            return;
        }

        if (http.Request.Headers.Authorization != Credentials || http.Request.Headers["X-Speke-Version"] != "2.0" || http.Request.ContentType != "application/xml")
        {
            http.Response.StatusCode = 403;
            return;
        }

        Fill(document.Root!);
        Changing?.Invoke(document);
        http.Response.Headers["X-Speke-Version"] = "2.0";
        http.Response.Headers["X-Speke-User-Agent"] = "Tests";
        http.Response.ContentType = "application/xml";
        await http.Response.WriteAsync(document.ToString());
    }

    private static void Fill(XElement root)
    {
        var content = root.Attribute("contentId")!.Value;
        foreach (var key in root.Descendants(Cpix + "ContentKey"))
        {
            key.SetAttributeValue("explicitIV", Convert.ToBase64String(new byte[15].Append((byte)7).ToArray()));
            key.Add(new XElement(Cpix + "Data", new XElement(Pskc + "Secret", new XElement(Pskc + "PlainValue", Convert.ToBase64String(KeyOf(content, key.Attribute("kid")!.Value))))));
        }

        foreach (var system in root.Descendants(Cpix + "DRMSystem"))
            system.Element(Cpix + "PSSH")!.Value = Box;
    }
}

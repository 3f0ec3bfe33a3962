using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Streamix.Benchmarks.Gateway;

/// <summary>Answers everything with the same small JSON, and swallows traces under /v1.</summary>
internal static class Backend
{
    private static readonly byte[] Note = Encoding.UTF8.GetBytes($$"""{"id":"0190f7c5-1111-7000-8000-000000000001","text":"{{new string('x', 400)}}"}""");

    public static async Task RunAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        var app = builder.Build();
        app.Run(Answer);
        await app.RunAsync();
    }

    private static Task Answer(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            return context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Note.Length;
        return context.Response.Body.WriteAsync(Note, context.RequestAborted).AsTask();
    }
}

using Microsoft.AspNetCore.Builder;

namespace Streamix.Sample.Graph;

internal static class EchoServer
{
    public static Task RunAsync()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/", () => $"{Environment.GetEnvironmentVariable("GREETING")}|{Environment.ProcessId}|{Environment.CurrentDirectory}|{app.Environment.EnvironmentName}");
        app.MapGet("/health", () => "ok");
        return app.RunAsync();
    }
}

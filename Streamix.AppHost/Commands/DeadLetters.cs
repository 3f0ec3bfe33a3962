using System.Net.Http.Json;
using System.Text.Json;
using Streamix.AppHost.Signing;

namespace Streamix.AppHost.Commands;

internal static class DeadLetters
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Adds "Dead letters" and "Replay dead letters": the events this service could not handle.</summary>
    public static IResourceBuilder<ProjectResource> WithDeadLetterCommands(this IResourceBuilder<ProjectResource> service, Platform platform) => service
        .WithCommand("dead-letters", "Dead letters", context => ListAsync(service, platform, context), new CommandOptions
        {
            Description = "List the events this service could not handle",
            IconName = "MailAlert",
        })
        .WithCommand("replay-dead-letters", "Replay dead letters", context => ReplayAsync(service, platform, context), new CommandOptions
        {
            Description = "Apply the events this service could not handle, oldest first",
            ConfirmationMessage = $"Apply the dead letters of {service.Resource.Name} again?",
            IconName = "ArrowRepeatAll",
        });

    private static Task<ExecuteCommandResult> ListAsync(IResourceBuilder<ProjectResource> service, Platform platform, ExecuteCommandContext context) =>
        CallAsync(service, platform, HttpMethod.Get, "/internal/dead-letters?limit=20", page =>
        {
            var letters = page.GetProperty("items").EnumerateArray()
                .Select(letter => $"{letter.GetProperty("failedAt")} {letter.GetProperty("type")} {letter.GetProperty("handler")}: {letter.GetProperty("reason")}").ToArray();
            return letters.Length == 0 ? "No dead letters." : string.Join('\n', letters);
        }, context);

    private static Task<ExecuteCommandResult> ReplayAsync(IResourceBuilder<ProjectResource> service, Platform platform, ExecuteCommandContext context) =>
        CallAsync(service, platform, HttpMethod.Post, "/internal/dead-letters/replay", summary =>
            $"{summary.GetProperty("replayed")} applied, {summary.GetProperty("failed")} failed again.", context);

    private static async Task<ExecuteCommandResult> CallAsync(
        IResourceBuilder<ProjectResource> service, Platform platform, HttpMethod method, string path, Func<JsonElement, string> tell, ExecuteCommandContext context)
    {
        try
        {
            using var request = new HttpRequestMessage(method, service.GetEndpoint("http").Url + path);
            request.Headers.Add("Streamix-Service-Token", await platform.CommandTokenAsync(Http, context.CancellationToken));
            using var answer = await Http.SendAsync(request, context.CancellationToken);
            if (!answer.IsSuccessStatusCode) return CommandResults.Failure($"{service.Resource.Name} answered {(int)answer.StatusCode}");
            return CommandResults.Success(tell(await answer.Content.ReadFromJsonAsync<JsonElement>(context.CancellationToken)));
        }
        catch (HttpRequestException e)
        {
            return CommandResults.Failure($"{service.Resource.Name} cannot be reached: {e.Message}");
        }
    }
}

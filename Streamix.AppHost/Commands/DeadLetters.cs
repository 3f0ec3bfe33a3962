using System.Net.Http.Json;
using System.Text.Json;
using Streamix.AppHost.Signing;

namespace Streamix.AppHost.Commands;

internal static class DeadLetters
{
    private const int PerRequest = 10;
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Adds "Dead letters" and "Replay dead letters": the events this service could not handle.</summary>
    public static IResourceBuilder<ProjectResource> WithDeadLetterCommands(this IResourceBuilder<ProjectResource> service, Platform platform) => service
        .WithCommand("dead-letters", "Dead letters", context => ListAsync(service, platform, context), new CommandOptions
        {
            Description = "List the latest events this service could not handle",
            IconName = "MailAlert",
        })
        .WithCommand("replay-dead-letters", "Replay dead letters", context => ReplayAsync(service, platform, context), new CommandOptions
        {
            Description = "Apply the events this service could not handle, oldest first",
            ConfirmationMessage = $"Apply the dead letters of {service.Resource.Name} again?",
            IconName = "ArrowRepeatAll",
        });

    private static async Task<ExecuteCommandResult> ListAsync(IResourceBuilder<ProjectResource> service, Platform platform, ExecuteCommandContext context)
    {
        var (page, trouble) = await CallAsync(service, platform, HttpMethod.Get, "/operations/dead-letters?limit=20", context.CancellationToken);
        if (trouble is not null) return CommandResults.Failure(trouble);
        var letters = page.GetProperty("items").EnumerateArray()
            .Select(letter => $"{letter.GetProperty("failedAt")} {letter.GetProperty("type")} {letter.GetProperty("handler")}: {letter.GetProperty("reason")}").ToArray();
        return CommandResults.Success(letters.Length == 0 ? "No dead letters." : string.Join('\n', letters));
    }

    private static async Task<ExecuteCommandResult> ReplayAsync(IResourceBuilder<ProjectResource> service, Platform platform, ExecuteCommandContext context)
    {
        var (replayed, failed, after) = (0, 0, "");
        while (true)
        {
            var (summary, trouble) = await CallAsync(
                service, platform, HttpMethod.Post, $"/operations/dead-letters/replay?limit={PerRequest}{after}", context.CancellationToken);
            if (trouble is not null) return CommandResults.Failure($"{trouble}; until then {replayed} applied, {failed} failed again. The rest is left.");
            replayed += summary.GetProperty("replayed").GetInt32();
            failed += summary.GetProperty("failed").GetInt32();
            if (summary.GetProperty("next").GetString() is not { } last)
                return CommandResults.Success(failed == 0 ? $"{replayed} applied, none is left." : $"{replayed} applied, {failed} failed again and are left.");
            after = $"&after={last}";
        }
    }

    /// <summary>The answer, or what went wrong in words for a person.</summary>
    private static async Task<(JsonElement Answer, string? Trouble)> CallAsync(
        IResourceBuilder<ProjectResource> service, Platform platform, HttpMethod method, string path, CancellationToken cancellationToken)
    {
        var name = service.Resource.Name;
        try
        {
            using var request = new HttpRequestMessage(method, service.GetEndpoint("http").Url + path);
            request.Headers.Add("Streamix-Service-Token", await platform.CommandTokenAsync(Http, cancellationToken));
            using var answer = await Http.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode
                ? (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken), null)
                : (default, $"{name} answered {(int)answer.StatusCode}");
        }
        catch (HttpRequestException e)
        {
            return (default, $"{name} cannot be reached: {e.Message}");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (default, $"{name} did not answer within {Http.Timeout.TotalSeconds:0} s");
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Streamix.Testing.Walks;

/// <summary>Sends the requests of a .http file one after another, as a person with an editor would.</summary>
public sealed partial class Walk(HttpClient http, HttpFile file, Func<string, Walk, Task<string>> ask)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Dictionary<string, string> _variables = new(file.Variables, StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _answers = new(StringComparer.Ordinal);

    /// <summary>What happened, a line per request.</summary>
    public List<string> Log { get; } = [];

    /// <summary>Sets a variable, or reads one.</summary>
    public string this[string variable]
    {
        get => _variables[variable];
        set => _variables[variable] = value;
    }

    /// <summary>A value of a named answer.</summary>
    public string? Answer(string name, string path) => _answers.TryGetValue(name, out var answer) ? JsonPath.Find(answer, path) : null;

    /// <summary>Walks to the end.</summary>
    /// <exception cref="WalkException">An answer that was not expected.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var step in file.Steps)
        {
            foreach (var variable in step.Asked)
                _variables[variable] = await ask(variable, this);
            await TakeAsync(step, cancellationToken);
        }
    }

    private async Task TakeAsync(HttpStep step, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await SendAsync(step, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            var json = Json(text);
            if (IsReached(step, (int)answer.StatusCode, json))
            {
                if (step.Name is { } name && json is { } value)
                    _answers[name] = value;
                Log.Add(string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {step.Method} {step.Address} ({clock.ElapsedMilliseconds} ms): {step.Title}"));
                return;
            }
            if (step.Until is null || clock.Elapsed > Patience)
                throw new WalkException($"{step.Title}\n{step.Method} {Filled(step.Address)} answered {(int)answer.StatusCode}, expected {step.Expected?.ToString(CultureInfo.InvariantCulture) ?? step.Until.ToString()}:\n{text}\nSo far:\n{string.Join('\n', Log)}");
            await Task.Delay(200, cancellationToken);
        }
    }

    private bool IsReached(HttpStep step, int status, JsonElement? json) => step.Until switch
    {
        ("status", var value) => status.ToString(CultureInfo.InvariantCulture) == value,
        (var path, var value) => json is { } root && JsonPath.Find(root, path) == Filled(value),
        null => step.Expected is null || status == step.Expected,
    };

    private Task<HttpResponseMessage> SendAsync(HttpStep step, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(new HttpMethod(step.Method), Filled(step.Address));
        if (step.Body is { } body)
            request.Content = new StringContent(Filled(body), Encoding.UTF8);
        foreach (var (name, value) in step.Headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(Filled(value));
            else
                request.Headers.TryAddWithoutValidation(name, Filled(value));
        }
        return http.SendAsync(request, cancellationToken);
    }

    private string Filled(string text) => Placeholder().Replace(text, match => match.Groups[1].Value.Split(".response.body.", 2) switch
    {
        [var name, var path] => Answer(name, path) ?? throw new WalkException($"The answer '{name}' has no {path}."),
        [var name] => _variables.TryGetValue(name, out var value) ? Filled(value) : throw new WalkException($"There is no variable '{name}'."),
        _ => "",
    });

    private static JsonElement? Json(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\{\{([^}]+)\}\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}

/// <summary>The walk cannot go on.</summary>
public sealed class WalkException(string message) : Exception(message);

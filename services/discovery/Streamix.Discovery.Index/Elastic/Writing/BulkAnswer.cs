using System.Text.Json.Nodes;
using Streamix.Discovery.Index.Writing;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Index.Elastic.Writing;

/// <summary>Reads what became of each line of a bulk request: a conflict of versions is what late news ends in, anything else is an error.</summary>
internal static class BulkAnswer
{
    public static int[] Taken(JsonNode answer, string[] indexes)
    {
        var taken = new int[indexes.Length];
        var at = 0;
        foreach (var item in answer["items"]!.AsArray())
        {
            var result = item!["index"]!;
            var index = at++ % indexes.Length;
            switch (result["status"]!.GetValue<int>())
            {
                case < 300:
                    taken[index]++;
                    break;
                case 409:
                    break;
                case 404:
                    throw new GenerationGoneException(indexes[index]);
                case 429 or >= 500:
                    throw new DependencyUnavailableException("search");
                case var status:
                    throw new InvalidOperationException($"Elasticsearch refused a title with {status}: {result["error"]?["type"]?.GetValue<string>()}.");
            }
        }
        return taken;
    }
}

using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Storage;
using Streamix.Streaming.PlaybackContext;
using Streamix.Streaming.PlaybackContext.Data;
using Streamix.Streaming.PlaybackContext.Manifests;
using Streamix.Streaming.PlaybackContext.Playbacks;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<PlaybackDb>("streaming-playback-context-db");
builder.AddMessaging<PlaybackDb>(events => events.HandlesEnds());
builder.AddObjectStore();
builder.AddPlaybacks();

var app = builder.Build();
app.UseServiceDefaults();
app.MapPlaybacks();
app.MapManifests();
await app.RunAsync();

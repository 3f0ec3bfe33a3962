using Streamix.Sample.Contracts;
using Streamix.Sample.Notes.Data;
using Streamix.Sample.Notes.Notes;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<NotesDb>("sample-notes-db");
builder.AddMessaging<NotesDb>(events => events.Handles<NoteWritten, CountNotes>());
builder.Services.AddPersonalData<NotesOfAccount>();

var app = builder.Build();
app.UseServiceDefaults();
app.MapNotes();
await app.RunAsync();

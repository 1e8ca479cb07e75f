using System.Text;
using Baton.Generators.Diagnostics;
using Baton.Generators.Emit;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Baton.Generators;

/// <summary>The edge where text leaves the generator, and the one place that catches what goes wrong in it.</summary>
static class Output
{
    public static void Add<T>(
        SourceProductionContext context, HostModel host, string kind, EquatableArray<string> clashing, T model, Func<T, string> write) =>
        Add(context, HintName.Of(host.MetadataName, kind, clashing), host.MetadataName, model, write);

    public static void Add<T>(SourceProductionContext context, string hintName, string subject, T model, Func<T, string> write)
    {
        try
        {
            context.AddSource(hintName, SourceText.From(write(model), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.InternalError, Location.None, subject, error.GetType().Name, error.Message));
        }
    }
}

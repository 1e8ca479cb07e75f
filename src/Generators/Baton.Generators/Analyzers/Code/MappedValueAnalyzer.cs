using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Values that a <c>Map</c> method gives to its builder, and that do not survive.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MappedValueAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.IdChanges, Descriptors.NumberLosesPrecision, Descriptors.TimeHasNoZone, Descriptors.BotIsHuman, Descriptors.UrlIsNotHttps];

    private protected override void Analyze(MethodBody body)
    {
        if (body.Role != MethodRole.Map)
            return;
        foreach (var call in MapCalls.In(body))
        {
            switch (call.TargetMethod.Name)
            {
                case "Id":
                    CheckId(call, body);
                    break;
                case "Profile":
                    CheckNumber(call, body);
                    break;
                case "AccountType":
                    CheckAccountType(call, body);
                    break;
                case "HelpUrl":
                    CheckUrl(call, body);
                    break;
            }
            foreach (var argument in call.Arguments)
                CheckTime(argument.Value.Bare() is ILocalReferenceOperation local ? local.Initializer() ?? argument.Value : argument.Value, body);
        }
    }

    static void CheckId(IInvocationOperation call, MethodBody body)
    {
        if (call.Value(0)?.Sources().OfType<IPropertyReferenceOperation>().FirstOrDefault(static source => ChangingNames.Contains(source.Property)) is { } id)
            body.Report(Descriptors.IdChanges, id.NamePlace(), body.Host.ShortName(), id.Property.Name);
    }

    static void CheckNumber(IInvocationOperation call, MethodBody body)
    {
        if (call.Value(1) is { } value && IsLong(value.Bare().Type) && !value.Bare().ConstantValue.HasValue)
            body.Report(Descriptors.NumberLosesPrecision, value.Bare().NamePlace(), body.Host.ShortName(), call.Value(0)?.ConstantValue.Value ?? "…");
    }

    internal static bool IsLong(ITypeSymbol? type) =>
        type?.WithoutNullable(out _).SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64;

    static void CheckTime(IOperation value, MethodBody body)
    {
        // The conversion of a DateTime takes an unspecified kind for the time zone of the machine.
        var time = value.DescendantsAndSelf().OfType<IConversionOperation>()
            .FirstOrDefault(static conversion => conversion.OperatorMethod?.ContainingType.Is(KnownTypes.DateTimeOffset) == true)?.Operand ?? Argument(value);
        if (time is not null && time.Type?.WithoutNullable(out _).Is(KnownTypes.DateTime) == true && !IsUtc(time))
            body.Report(Descriptors.TimeHasNoZone, time.NamePlace(), body.Host.ShortName(), time.NameOf() ?? "the time");
    }

    static IOperation? Argument(IOperation value) => value.Bare() is IObjectCreationOperation { Arguments: [var only] } creation &&
        creation.Type.Is(KnownTypes.DateTimeOffset) ? only.Value : null;

    static bool IsUtc(IOperation time) => time.Bare() switch
    {
        IPropertyReferenceOperation { Property: { Name: "UtcNow" or "UtcDateTime", ContainingType.SpecialType: _ } } => true,
        IInvocationOperation { TargetMethod.Name: "ToUniversalTime" } => true,
        IInvocationOperation { TargetMethod.Name: "SpecifyKind" } call => call.Value(1)?.ConstantValue is { HasValue: true, Value: 1 },
        IObjectCreationOperation creation => creation.Arguments.Any(static argument => argument.Parameter?.Type.Name == "DateTimeKind" &&
            argument.Value.ConstantValue is { HasValue: true, Value: 1 }),
        IConditionalAccessOperation access => IsUtc(access.WhenNotNull),
        IConditionalOperation condition => IsUtc(condition.WhenTrue) && (condition.WhenFalse is null || IsUtc(condition.WhenFalse)),
        { ConstantValue: { HasValue: true, Value: null } } => true,
        _ => false,
    };

    static void CheckAccountType(IInvocationOperation call, MethodBody body)
    {
        if (call.Value(0)?.Bare() is IFieldReferenceOperation { Field.Name: "Human" } human && !IsConditional(human) &&
            body.Method.Parameters[0].Type.Properties().FirstOrDefault(static property => IsBot(property.Name)) is { } flag)
            body.Report(Descriptors.BotIsHuman, human.NamePlace(), body.Host.ShortName(), body.Method.Parameters[0].Name, flag.Name);
    }

    static bool IsConditional(IOperation operation) => operation.Ancestors().Any(static ancestor =>
        ancestor is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation);

    static bool IsBot(string name) => name.Replace("_", "").ToLowerInvariant() is "isbot" or "bot" or "isservice" or "isserviceaccount" or "serviceaccount"
        or "issystem" or "isrobot" or "ismachine" or "isapp" or "isservicemanaged" or "accounttype" or "accountkind" or "usertype";

    static void CheckUrl(IInvocationOperation call, MethodBody body)
    {
        if (call.Value(0) is { ConstantValue: { HasValue: true, Value: string url } } value && !UrlRules.IsHttps(url))
            body.Report(Descriptors.UrlIsNotHttps, value.Syntax, "HelpUrl", body.Host.ShortName(), url);
    }
}
